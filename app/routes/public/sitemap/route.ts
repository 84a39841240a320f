import { listPublicCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { listPublishedLines } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { openFile } from "#app/http/respond.server.ts";
import { locales } from "#app/i18n/index.ts";
import { siteMap } from "./site-map.ts";

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
