/** What a form sends: names of its text fields, and its hidden fields. */
export type FormShape = { typed: readonly string[]; hidden: readonly (readonly [string, string])[] };

/** Hidden fields with a version, which may have changed by now. All others say what the form is about. */
const isVersion = (name: string) => /^(version|seen|digest|earlier|letters|again|at|v_.*)$/.test(name);

/**
 * Finds the form of a page that sent these fields: the same text fields, about the same thing. A page may
 * have one form for each line, or for each language, with the same names.
 */
export function findLostForm(
  sent: readonly (readonly [string, string])[],
  forms: readonly FormShape[],
): number | null {
  const names = new Set(sent.map(([name]) => name));
  const isSent = ([name, value]: readonly [string, string]) =>
    isVersion(name) || sent.some(([other, its]) => other === name && its === value);
  const found = forms
    .map(({ typed, hidden }, at) => ({ at, typed, hidden }))
    .filter(
      ({ typed, hidden }) =>
        typed.length > 0 && typed.every((name) => names.has(name)) && hidden.every(isSent),
    )
    .sort((a, b) => b.typed.length - a.typed.length || b.hidden.length - a.hidden.length);
  return found[0]?.at ?? null;
}
