import { type Locale, locales, localizedPath } from "#app/i18n/index.ts";

type MappedPage = {
  path: string;
  changedAt?: Date;
  /** Languages in which the page is offered; all if unset. */
  offered?: readonly Locale[];
};

/**
 * Returns a sitemap of pages given without language: each of their languages is an entry that names the
 * others. Paths need no escaping.
 */
export function siteMap(origin: string, pages: readonly MappedPage[]): string {
  const url = (locale: Locale, path: string) => origin + localizedPath(locale, path);
  const alternates = (path: string, offered: readonly Locale[]) =>
    offered.map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${url(locale, path)}"/>`);
  const entries = pages.flatMap(({ path, changedAt, offered = locales }) =>
    offered.map((locale) =>
      [
        `<url><loc>${url(locale, path)}</loc>`,
        changedAt ? `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>` : "",
        ...alternates(path, offered),
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
