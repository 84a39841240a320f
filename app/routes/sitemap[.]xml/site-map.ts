import { type Locale, locales, localizedPath } from "#app/i18n/index.ts";

type MappedPage = { path: string; changedAt?: Date };

/** A sitemap of pages given without language: each language is an entry that names the others. Paths need no escaping. */
export function siteMap(origin: string, pages: readonly MappedPage[]): string {
  const url = (locale: Locale, path: string) => origin + localizedPath(locale, path);
  const alternates = (path: string) =>
    locales.map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${url(locale, path)}"/>`);
  const entries = pages.flatMap(({ path, changedAt }) =>
    locales.map((locale) =>
      [
        `<url><loc>${url(locale, path)}</loc>`,
        changedAt ? `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>` : "",
        ...alternates(path),
        "</url>",
      ].join(""),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
}
