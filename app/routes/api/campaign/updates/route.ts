import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { listPublishedAfter } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import { excerptOf } from "#app/domain/outgoing/updates/archive/published-update.ts";
import { limitPrograms, openAnswer, readQuery, unknownCampaign, wrongValue } from "#app/http/api.server.ts";
import { UpdatesQuery } from "#app/http/api-queries.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { richHtml } from "#app/http/rich-html.server.tsx";
import { localizedPath } from "#app/i18n/index.ts";

/** Lists the updates anyone may read, newest first. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await limitPrograms(context);
  const { db, env, locale } = context;
  const { limit, after = null } = readQuery(request, UpdatesQuery);
  const campaign = await findCampaign(db, params.campaign ?? "");
  if (!campaign) return unknownCampaign(params.campaign ?? "");
  const asked = { campaignId: campaign.id, locale, localMode: env.localMode };
  // One more than shown, to tell whether there are more.
  const found = await listPublishedAfter(db, asked, { number: after, atMost: limit + 1 });
  if (!found) return wrongValue("after", "update-unknown");
  const listed = found.slice(0, limit);
  const page = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/updates`);
  const next = new URL(env.appUrl + localizedPath(locale, `/api/v1/campaigns/${campaign.slug}/updates`));
  next.search = `limit=${limit}&after=${listed.at(-1)?.number}`;
  return openAnswer(request, {
    campaign: campaign.slug,
    updates: listed.map(({ number, startedAt, locale: language, subject, blocks }) => ({
      number,
      language,
      subject,
      startedAt: startedAt.toISOString(),
      url: `${page}/${number}`,
      excerpt: excerptOf(blocks),
      html: richHtml(locale, blocks),
    })),
    next: found.length > limit ? next.href : null,
  });
}
