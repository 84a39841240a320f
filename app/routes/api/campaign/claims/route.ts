import { findCampaign, readCase } from "#app/domain/campaign/queries.server.ts";
import { openAnswer, unknownCampaign } from "#app/http/api.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";

export async function loader({ request, params, context: { db } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "");
  if (!campaign) return unknownCampaign(params.campaign ?? "");
  const { claims, timeline, corrections } = await readCase(db, campaign.id);
  return openAnswer(request, { campaign: campaign.slug, claims, timeline, corrections });
}
