import { listPublicCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { listPublishedLines } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { openFile } from "#app/http/respond.server.ts";
import { type Locale, locales, localizedPath } from "#app/i18n/index.ts";

/** A campaign's pages for search engines. Those with people's names or words are left out. */
const pages = ["", "/petition", "/sources", "/pledge", "/letter", "/transparency", "/privacy", "/embed"];

/** Lists each public page in each of its languages (sitemaps.org, with alternates). */
export async function loader({ context: { db, env } }: LoaderFunctionArgs) {
  const campaigns = await listPublicCampaigns(db);
  const ofEach = await Promise.all(
    campaigns.map(async ({ id, slug, ...campaign }) => {
      const updates = await listPublishedLines(db, { campaignId: id, locale: "en" });
      const offered = locales.filter((locale) => campaign.offered.includes(locale));
      const mapped = [
        ...pages.map((page) => ({ path: `/c/${slug}${page}` })),
        ...(updates.length > 0 ? [{ path: `/c/${slug}/updates` }] : []),
        ...updates.map(({ number, startedAt }) => ({
          path: `/c/${slug}/updates/${number}`,
          changedAt: startedAt,
        })),
      ];
      return mapped.map((page) => ({ ...page, offered }));
    }),
  );
  // With one campaign, its privacy page is the site's (app/routes/public/privacy).
  const ofSite = [...(campaigns.length === 1 ? [] : [{ path: "/privacy" }]), { path: "/accessibility" }];
  return openFile(siteMap(env.appUrl, [...ofEach.flat(), ...ofSite]), "application/xml");
}

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
function siteMap(origin: string, pages: readonly MappedPage[]): string {
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
