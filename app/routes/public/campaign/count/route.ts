import { readPublicCounts } from "#app/domain/pages/read-public-counts.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { orNotFound, publicJson } from "#app/http/respond.server.ts";

/** Returns the count to embedders. */
export async function loader({ params, context: { db, findCampaign } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(params.campaign ?? ""));
  return publicJson(await readPublicCounts(db, campaign));
}
