import { afterAll, expect, test, vi } from "vitest";

/** Files of this project share modules: reloads those that read the real languages, here and afterwards. */
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("#app/i18n/languages.ts");
  vi.resetModules();
});

/** As if `app/i18n/fr/index.ts` existed, and nothing else in its folder. */
vi.mock("#app/i18n/languages.ts", async () => {
  const { icuIn } = await import("#app/i18n/icu.ts");
  const icu = icuIn("fr-FR");
  const fr = {
    language: { name: "Français", tag: "fr-FR", direction: "ltr" },
    common: {
      count: {
        people: (count: number) =>
          icu("{count, plural, one {personne a signé} other {personnes ont signé}}", { count }),
      },
    },
  };
  return { languages: { fr } };
});

test("a catalogue alone makes a language, with English for what it lacks", async () => {
  const { formatNumber, locales, localizedPath, spoken, words } = await import("#app/i18n/index.ts");
  const { splitLanguage } = await import("#app/http/language.ts");
  const [, fr] = locales;
  if (fr === undefined) throw new Error("it was not found");
  expect(locales).toEqual(["en", "fr"]);
  expect(splitLanguage("/fr/c/a-campaign")).toEqual({ locale: "fr", path: "/c/a-campaign" });
  expect(localizedPath(fr, "/c/a-campaign")).toBe("/fr/c/a-campaign");
  expect([0, 1, 2].map(words(fr).common.count.people)).toEqual([
    "personne a signé",
    "personne a signé",
    "personnes ont signé",
  ]);
  expect(words(fr).sign.form.button).toBe(words("en").sign.form.button);
  expect([spoken[fr], formatNumber(fr, 38_412)]).toEqual(["fr-FR", "38\u202f412"]);
});
