import { eq } from "drizzle-orm";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { letterRecipients } from "#db/schema/index.ts";
import { lockAddresses, lockRecipient, markOfAddress, type OnRecipient } from "./lock-recipient.server.ts";
import { openIfFirst } from "./open-recipient.server.ts";

export type VerifyInput = OnRecipient & {
  /** `markOfAddress` of what the organizer saw: no other address is verified. */
  seen: string;
  by: string;
  /** `YYYY-MM-DD`. */
  on: string;
  where: string;
};

export type Verified =
  | { outcome: "verified" }
  /** Its address changed since the page was displayed. */
  | { outcome: "stale" }
  | { outcome: "retired" }
  | { outcome: "gone" };

/**
 * Records who looked an address up, when and where: from now on letters go to it by every transport. Only an
 * organizer with the right `manage` does it.
 */
export async function verifyRecipient(db: Db, input: VerifyInput, now = new Date()): Promise<Verified> {
  const { scope, publicId, seen, by, on, where } = input;
  return db.transaction(async (tx) => {
    await lockAddresses(tx, scope.campaignId);
    const recipient = await lockRecipient(tx, input, "manage");
    if (!recipient) return { outcome: "gone" };
    if (recipient.isRetired) return { outcome: "retired" };
    if (seen !== markOfAddress(recipient)) return { outcome: "stale" };

    const verifiedAt = new Date(`${on}T00:00:00Z`);
    const verified = { verifiedAt, verifiedBy: by, verifiedById: scope.organizerId, verifiedWhere: where };
    await tx.update(letterRecipients).set(verified).where(eq(letterRecipients.id, recipient.id));
    const { id, companyId } = recipient;
    await openIfFirst(tx, { id, campaignId: scope.campaignId, companyId }, now);
    const actor = actorOf(scope.organizerId);
    const entry = { actor, campaignId: scope.campaignId, subject: publicId, detail: { on } };
    await recordAudit(tx, { ...entry, action: "letter-recipient-verified" }, now);
    return { outcome: "verified" };
  });
}
