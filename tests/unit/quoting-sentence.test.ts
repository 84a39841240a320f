import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test, vi } from "vitest";

/** Files of this project share modules: reloads those that read the real languages, here and afterwards. */
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("#app/i18n/languages.ts");
  vi.resetModules();
});

/** As if Arabic and French existed, and nothing else in their folders. */
vi.mock("#app/i18n/languages.ts", () => ({
  languages: {
    ar: { language: { name: "العربية", tag: "ar", direction: "rtl" } },
    fr: { language: { name: "Français", tag: "fr-FR", direction: "ltr" } },
  },
}));

test.each([
  ["en", "ar", '(<span lang="ar" dir="rtl">words</span>) <span class="mark" lang="en">In Arabic</span>'],
  ["ar", "en", '(<span lang="en" dir="ltr">words</span>) <span class="mark" lang="ar">In الإنجليزية</span>'],
  ["en", "fr", '(<span lang="fr">words</span>) <span class="mark" lang="en">In French</span>'],
  ["en", "unknown", '(<span lang="unknown">words</span>) <span class="mark" lang="en">In unknown</span>'],
  ["ar", undefined, "(words)"],
])(
  "on a page in %s, words in %s have their language, its name and direction",
  async (page, language, expected) => {
    const { locales } = await import("#app/i18n/index.ts");
    const { LocaleProvider } = await import("#app/ui/locale.tsx");
    const { QuotingSentence } = await import("#app/ui/quoting-sentence.tsx");
    const locale = locales.find((one) => one === page);
    if (locale === undefined) throw new Error("it was not found");
    const children = createElement(QuotingSentence, {
      say: (words) => `(${words})`,
      words: "words",
      language,
    });
    expect(renderToStaticMarkup(LocaleProvider({ locale, children }))).toBe(expected);
  },
);
