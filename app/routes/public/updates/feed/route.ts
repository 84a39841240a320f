import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { listPublishedUpdates } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { openToAll, orNotFound, publicPage } from "#app/http/respond.server.ts";
import { richHtml } from "#app/http/rich-html.server.tsx";
import { localizedPath, words } from "#app/i18n/index.ts";
import { atomFeed } from "./atom-feed.ts";

const atMostEntries = 20;

/** Sends the newest updates as a feed (RFC 4287). An entry keeps its id if the site moves. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const { archive, common } = words(locale);
  const asked = { campaignId: campaign.id, locale, localMode: env.localMode };
  const updates = await listPublishedUpdates(db, asked, atMostEntries);
  const page = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/updates`);
  const example = env.localMode ? common.example.operator : null;
  const xml = atomFeed({
    url: `${page}.atom`,
    page,
    title: archive.titleOf(campaign.title),
    author: campaign.organization.operator ?? example ?? campaign.title,
    updatedAt: updates[0]?.startedAt ?? campaign.petition.publishedAt,
    entries: updates.map(({ publicId, number, startedAt, locale: language, subject, blocks }) => ({
      id: `urn:uuid:${publicId}`,
      url: `${page}/${number}`,
      title: subject,
      updatedAt: startedAt,
      language,
      html: richHtml(locale, blocks),
    })),
  });
  return new Response(xml, {
    headers: { ...openToAll, ...publicPage, "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
