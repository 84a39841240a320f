/**
 * What another language may say of an English catalogue: the same tree with the same arguments. A part that is left out
 * is said in English; tests/unit/catalogues.test.ts names each that is left out of what the public reads.
 */
export type Translation<T> = T extends (...values: infer Values) => infer Said
  ? (...values: Values) => Said extends string ? string : Said
  : T extends string
    ? string
    : T extends readonly (infer One)[]
      ? readonly Translation<One>[]
      : { [Key in keyof T]?: Translation<T[Key]> };
