import type en from "./en/index.ts";

/**
 * What another language may say of an English catalogue: the same tree with the same arguments. A part that
 * is left out is said in English; tests/unit/catalogues.test.ts names each that is left out of what the
 * public reads.
 */
export type Translation<T> = T extends (...values: infer Values) => infer Said
  ? (...values: Values) => Said extends string ? string : Said
  : T extends string
    ? string
    : T extends readonly (infer One)[]
      ? readonly Translation<One>[]
      : { [Key in keyof T]?: Translation<T[Key]> };

/** A whole language, as its index.ts gives it: how it is called and written, and what it says. */
export type Language = {
  /** Its name in itself, how its dates, numbers and plurals are written (BCP 47), and which way it runs. */
  language: { name: string; tag: string; direction: "ltr" | "rtl" };
} & Translation<Omit<typeof en, "language">>;
