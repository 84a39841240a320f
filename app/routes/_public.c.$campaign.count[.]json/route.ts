import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCampaign, readCounts } from "#app/domain/campaigns/queries.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/**
 * The live count, for embedders. `holders`, `wholeShares` and `letters` belong to the contract:
 * no pledge or letter is taken yet, so none is counted.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = await findCampaign(context.db, params.campaign ?? "");
  if (!campaign) throw notFound();
  const { signatures } = await readCounts(context.db, campaign.id);
  const body = { signatures, holders: 0, wholeShares: null, letters: 0, asOf: new Date().toISOString() };
  return Response.json(body, {
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Cache-Control": "public, max-age=0, s-maxage=1",
    },
  });
}
