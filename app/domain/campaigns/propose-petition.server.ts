import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { petitionProposals } from "#db/schema/index.ts";
import { askApproval } from "../approvals/ask-approval.server.ts";
import { recordAudit } from "../audit/record.server.ts";
import { organizerOf } from "../updates/lock-update.server.ts";
import type { OnCampaign } from "./lock-campaign.server.ts";
import { petitionApproval } from "./petition-approval.ts";
import { type CountForecast, forecastCount, meaningOf } from "./petition-meaning.ts";
import { countByVersion } from "./petition-signers.server.ts";
import type { PetitionTexts } from "./read-texts.server.ts";

type Proposed = {
  /** The draft it is about, and who edited it last; null: an earlier version alone. */
  draft: { version: number; editedBy: string } | null;
  again: number | null;
  /** The meaning of the text; null: its own. */
  meaning: number | null;
  tell: string | null;
  /** What was corrected, where it is said to mean the same. */
  note: string | null;
};

export type PetitionProposed =
  /** Somebody else has to approve it, or who asked, where nobody else could. Nothing has changed. */
  | { outcome: "asked"; publicId: string; forecast: CountForecast }
  /** Another text waits. */
  | { outcome: "already-asked" };

/** Asks that a text be put in force that people have not signed, or that they signed earlier. In a transaction that holds the campaign. */
export async function proposePetition(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  { versions, current }: PetitionTexts,
  { draft, again, meaning, tell, note }: Proposed,
  now: Date,
): Promise<PetitionProposed> {
  if ((await tx.$count(petitionProposals, waits(campaignId))) > 0) return { outcome: "already-asked" };
  const signed = await countByVersion(tx, campaignId);
  const counted = versions.map((one) => ({ ...one, signatures: signed.get(one.version) ?? 0 }));
  const forecast = forecastCount(counted, current, meaning);
  const [row] = await tx
    .insert(petitionProposals)
    .values({
      ...{ campaignId, draftVersion: draft?.version ?? null, again, tell, note },
      ...{ countBefore: forecast.before, countAfter: forecast.after, askedAt: now },
      askedById: organizerOf(actor),
      editedById: draft && organizerOf(draft.editedBy as OnCampaign["actor"]),
    })
    .returning({ publicId: petitionProposals.publicId });
  if (!row) throw new Error("a proposal was not stored");
  const isSame = current !== null && meaning === meaningOf(current);
  const counts = { before: forecast.before, after: forecast.after };
  const detail = { meaning: isSame ? "same" : "changed", again, ...counts };
  const entry = { actor, action: "petition-asked", campaignId, subject: row.publicId } as const;
  await recordAudit(tx, { ...entry, detail }, now);
  await askApproval(tx, petitionApproval, entry, now);
  return { outcome: "asked", publicId: row.publicId, forecast };
}

/** The proposal of a campaign that waits for its approval: there is one at most. */
export const waits = (campaignId: number) =>
  and(
    eq(petitionProposals.campaignId, campaignId),
    isNull(petitionProposals.approvedAt),
    isNull(petitionProposals.withdrawnAt),
  );

/**
 * Withdraws what waits. `draft`: the draft it is about was edited or dropped. `text`: another text was put in force. In a
 * transaction that holds the campaign. True where something waited.
 */
export async function withdrawProposal(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  cause: "asked" | "draft" | "text",
  now: Date,
): Promise<boolean> {
  const [row] = await tx
    .update(petitionProposals)
    .set({ withdrawnAt: now })
    .where(and(waits(campaignId), cause === "draft" ? isNotNull(petitionProposals.draftVersion) : undefined))
    .returning({ subject: petitionProposals.publicId });
  if (!row) return false;
  const entry = { actor, action: "petition-request-withdrawn", campaignId, ...row } as const;
  await recordAudit(tx, { ...entry, detail: { cause } }, now);
  return true;
}
