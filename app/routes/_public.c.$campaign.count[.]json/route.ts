import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCampaign } from "#app/domain/campaigns/queries.server.ts";
import { readOpenCounts } from "#app/domain/campaigns/read-open-counts.server.ts";
import { notFound, openJson } from "#app/http/respond.server.ts";

/** The count, for embedders. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "");
  if (!campaign) throw notFound();
  return openJson(await readOpenCounts(db, campaign.id));
}
