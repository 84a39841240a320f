import { nextGoal } from "#app/domain/campaign/campaign.ts";
import { findCampaign, readCounts } from "#app/domain/campaign/queries.server.ts";
import { readPublicCounts } from "#app/domain/pages/read-public-counts.server.ts";
import { openAnswer, unknownCampaign } from "#app/http/api.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";

/** Returns the counts, with those on paper and the signature goal. */
export async function loader({ request, params, context: { db } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "");
  if (!campaign) return unknownCampaign(params.campaign ?? "");
  const counts = await readPublicCounts(db, campaign);
  const { onPaper } = await readCounts(db, campaign.id);
  const goal = nextGoal(campaign.goalSteps, counts.signatures);
  return openAnswer(request, { campaign: campaign.slug, ...counts, onPaper, goal });
}
