import { and, eq } from "drizzle-orm";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { petitionProposals } from "#db/schema/index.ts";
import { waits } from "./propose-petition.server.ts";

/** Sends back a petition: the text in force stays, and so do the drafts with their translations. */
export const returnProposal: ReturnThing = async (tx, { campaignId, publicId, actor }, now) => {
  const on = { campaignId, actor: actor as OnCampaign["actor"] };
  if (!(await lockCampaign(tx, on, "approve"))) return null;
  const [row] = await tx
    .update(petitionProposals)
    .set({ withdrawnAt: now })
    .where(and(waits(campaignId), eq(petitionProposals.publicId, publicId)))
    .returning();
  if (!row) return null;
  const authorIds = [row.editedById, ...row.translatedBy];
  return { number: null, askedById: row.askedById, authorIds, hands: [row.askedById, ...authorIds] };
};
