import type { Letter } from "./letter.ts";

/** Fields that decide the layout, or are the same for everyone: they stay in the form. */
const laidOutBy = new Set(["kind", "locale", "lang", "preview"]);

/** A gap of a form: the number of the words that belong there, between two private-use characters. */
const gap = (place: number) => `\ue000${place}\ue001`;

/** Splits what was made from a form: every second part is the number of a gap. */
export const splitAtGaps = (rendered: string): string[] => rendered.split(/\ue000(\d+)\ue001/);

/** React drops empty text, and changes addresses of other kinds. */
const staysInForm = (name: string, value: string) =>
  value === "" || laidOutBy.has(name) || (name === "url" && !/^https?:\/\//.test(value));

/**
 * Splits an email into its form, which emails of one kind and language share, and its words in the order of
 * the form's gaps; `key` tells forms apart. Null where words decide about the layout, as in rich text, and
 * where what stays in the form looks like a gap.
 */
export function partLetter(letter: Letter): { key: string; form: Letter; words: string[] } | null {
  if (letter.blocks.some(({ kind }) => kind === "rich")) return null;
  const words: string[] = [];
  const take = (value: unknown, name = ""): unknown => {
    if (typeof value === "string") return staysInForm(name, value) ? value : gap(words.push(value) - 1);
    if (Array.isArray(value)) return value.map((one) => take(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, take(one, key)]));
  };
  const form = take(letter) as Letter;
  const key = JSON.stringify(form);
  return key.split("\ue000").length === words.length + 1 ? { key, form, words } : null;
}
