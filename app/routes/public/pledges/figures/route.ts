import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { readTotalsByCompany } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { totalsByCompanyJson } from "#app/domain/entries/pledges/totals/totals-json.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { orNotFound, publicJson } from "#app/http/respond.server.ts";

/** Returns the published totals; the API's document describes them. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(context.db, params.campaign ?? "", context.locale));
  const now = new Date();
  return publicJson(totalsByCompanyJson(campaign, await readTotalsByCompany(context.db, campaign, now), now));
}
