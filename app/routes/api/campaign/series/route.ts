import { crowdAtLeast } from "#app/domain/activity/measure.ts";
import { readPublicSeries } from "#app/domain/activity/read-public-series.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { limitPrograms, openAnswer, readQuery, unknownCampaign, wrongValue } from "#app/http/api.server.ts";
import { SeriesQuery } from "#app/http/api-queries.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";

/** Counts people over time, in stretches of whole days on which five or more came. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await limitPrograms(context);
  const { of, from = null, to = null } = readQuery(request, SeriesQuery);
  if (from !== null && to !== null && to < from) return wrongValue("to", "days-order");
  const campaign = await findCampaign(context.db, params.campaign ?? "");
  if (!campaign) return unknownCampaign(params.campaign ?? "");
  const stretches = await readPublicSeries(context.db, campaign.id, { of, from, to });
  return openAnswer(request, { campaign: campaign.slug, of, atLeast: crowdAtLeast, stretches });
}
