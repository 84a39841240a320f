import { crowdAtLeast } from "#app/domain/activity/measure.ts";
import { readAllPublicSeries } from "#app/domain/activity/read-public-series.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { orNotFound, publicJson } from "#app/http/respond.server.ts";

/** Counts people over time, in periods of whole days with at least five people. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? ""));
  const series = await readAllPublicSeries(db, campaign.id);
  return publicJson({ campaign: campaign.slug, atLeast: crowdAtLeast, ...series });
}
