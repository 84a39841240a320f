import { expect, test } from "vitest";
import { fillIn } from "#app/domain/outgoing/dispatches/fill-in.ts";
import { type Locale, locales, words } from "#app/i18n/index.ts";

function written(locale: Locale, names: number) {
  const { subject, body } = words(locale).letterPapers.dispatch.draft.consolidated;
  const figures = { letters: 2, names, signatures: 12, holders: null };
  return [subject("Acme"), body({ company: "Acme", title: "A title" })].map((text) =>
    fillIn(text, locale, figures),
  );
}

test.each(locales)("the letter to a company says nothing of names if it has none, in %s", (locale) => {
  const [subject, body] = written(locale, 0);
  expect(`${subject} ${body}`).not.toMatch(/\b0\b|[{}#|]|\bnames\b|\bnombres\b| B\b/);
  for (const [names, word] of [
    [1, /\b1 (name|nombre) (of a person|de una persona)/],
    [7, /\b7 (names|nombres) (of people|de personas)/],
  ] as const) {
    const [named, text] = written(locale, names);
    expect(named).toMatch(new RegExp(`\\b${names} (name|nombre)`));
    expect(text).toMatch(word);
    expect(`${named} ${text}`).not.toMatch(/[{}#|]/);
  }
});
