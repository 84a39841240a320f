import { and, eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { claims, corrections } from "#db/schema/index.ts";
import type { CorrectionKind } from "../campaign.ts";
import { lockCampaign, type OnCampaign } from "../lock-campaign.server.ts";
import { recordChanges } from "../record-changes.server.ts";

export type NewCorrection = {
  kind: CorrectionKind;
  /** The day it was corrected, `YYYY-MM-DD`. */
  correctedOn: string;
  text: string;
  claimId: number | null;
};

export type CorrectionAdded = { outcome: "added" | "future" | "gone" };

/** Adds a line to the public log of what was wrong. A line is never taken out again. */
export async function addCorrection(
  db: Db,
  { correction, ...input }: OnCampaign & { correction: NewCorrection },
  now = new Date(),
): Promise<CorrectionAdded> {
  return db.transaction(async (tx): Promise<CorrectionAdded> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    // At UTC+14 it may already be tomorrow.
    if (Date.parse(correction.correctedOn) > now.getTime() + 14 * 3_600_000) return { outcome: "future" };
    await addLine(tx, input, correction, now);
    const { actor, campaignId } = input;
    const detail = { kind: correction.kind };
    await recordAudit(tx, { actor, action: "correction-added", campaignId, subject: null, detail }, now);
    return { outcome: "added" };
  });
}

/** Does the same within a logged edit. */
export async function addLine(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  { kind, correctedOn, text, claimId }: NewCorrection,
  now: Date,
): Promise<void> {
  const own = and(eq(claims.id, claimId ?? 0), eq(claims.campaignId, campaignId));
  const [claim] = claimId === null ? [] : await tx.select({ id: claims.id }).from(claims).where(own);
  const [row] = await tx
    .insert(corrections)
    .values({ campaignId, kind, correctedOn, text, claimId: claim?.id ?? null })
    .returning({ id: corrections.id });
  const about = {
    campaignId,
    actor,
    thing: "correction",
    thingId: row?.id ?? null,
    stage: "public",
  } as const;
  await recordChanges(tx, about, { before: null, after: { kind, correctedOn, text } }, now);
}
