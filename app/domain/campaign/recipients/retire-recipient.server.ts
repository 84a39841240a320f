import { eq } from "drizzle-orm";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { letterRecipients } from "#db/schema/index.ts";
import { lockRecipient, type OnRecipient } from "./lock-recipient.server.ts";

export type Retired = { outcome: "retired" } | { outcome: "retired-before" } | { outcome: "gone" };

/** Ends writing to a recipient. What it got stays on record, and what is on its way pauses. */
export async function retireRecipient(db: Db, input: OnRecipient, now = new Date()): Promise<Retired> {
  const { scope, publicId } = input;
  return db.transaction(async (tx) => {
    const recipient = await lockRecipient(tx, input, "write");
    if (!recipient) return { outcome: "gone" };
    if (recipient.isRetired) return { outcome: "retired-before" };
    await tx
      .update(letterRecipients)
      .set({ retiredAt: now, openedAt: null })
      .where(eq(letterRecipients.id, recipient.id));
    const actor = actorOf(scope.organizerId);
    const entry = { actor, campaignId: scope.campaignId, subject: publicId, detail: {} };
    await recordAudit(tx, { ...entry, action: "letter-recipient-retired" }, now);
    return { outcome: "retired" };
  });
}

export type Unverified = { outcome: "unverified" } | { outcome: "not-verified" } | { outcome: "gone" };

/** Revokes a verification: only files go to the recipient until somebody verifies it again. */
export async function unverifyRecipient(db: Db, input: OnRecipient, now = new Date()): Promise<Unverified> {
  const { scope, publicId } = input;
  return db.transaction(async (tx) => {
    const recipient = await lockRecipient(tx, input, "manage");
    if (!recipient) return { outcome: "gone" };
    if (!recipient.isVerified) return { outcome: "not-verified" };
    await tx
      .update(letterRecipients)
      .set({ verifiedAt: null, verifiedBy: null, verifiedById: null, verifiedWhere: null, openedAt: null })
      .where(eq(letterRecipients.id, recipient.id));
    const actor = actorOf(scope.organizerId);
    const entry = { actor, campaignId: scope.campaignId, subject: publicId, detail: {} };
    await recordAudit(tx, { ...entry, action: "letter-recipient-unverified" }, now);
    return { outcome: "unverified" };
  });
}
