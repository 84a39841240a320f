import { nextGoal } from "#app/domain/campaign/campaign.ts";
import { findCampaign, readCounts } from "#app/domain/campaign/queries.server.ts";
import { openAnswer, unknownCampaign } from "#app/http/api.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { localizedPath } from "#app/i18n/index.ts";

/** Describes a campaign: what it asks, of whom, and where its data is. */
export async function loader({ request, params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "");
  if (!campaign) return unknownCampaign(params.campaign ?? "");
  const { signatures } = await readCounts(db, campaign.id);
  const at = (path: string) => env.appUrl + localizedPath(locale, path);
  const api = `/api/v1/campaigns/${campaign.slug}`;
  const { version, summary, body, publishedAt } = campaign.petition;
  return openAnswer(request, {
    slug: campaign.slug,
    title: campaign.title,
    standfirst: campaign.standfirst,
    company: campaign.company,
    ...(campaign.companies.length > 1 && {
      companies: campaign.companies.map(({ slug, name }) => ({ company: slug, name })),
    }),
    status: campaign.status,
    goal: nextGoal(campaign.goalSteps, signatures),
    petition: { version, summary, body, publishedAt: publishedAt.toISOString() },
    links: {
      page: at(`/c/${campaign.slug}`),
      counts: at(`${api}/counts`),
      series: at(`${api}/series`),
      updates: at(`${api}/updates`),
      claims: at(`${api}/claims`),
      pledges: at(`/c/${campaign.slug}/pledges.json`),
      letters: at(`/c/${campaign.slug}/letters.json`),
      feed: at(`/c/${campaign.slug}/updates.atom`),
    },
  });
}
