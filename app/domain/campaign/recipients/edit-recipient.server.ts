import { and, eq, ne } from "drizzle-orm";
import { changedFields } from "#app/domain/campaign/meetings/change.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { letterRecipients } from "#db/schema/index.ts";
import { lockAddresses, lockRecipient, markOfAddress, type OnRecipient } from "./lock-recipient.server.ts";
import type { RecipientValues } from "./recipient-form.ts";

export type Edited =
  /** `unverified`: it was verified for another address, so it no longer is. */
  | { outcome: "saved"; unverified: boolean }
  /** Somebody changed its address since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  /** Another recipient at the company has this address. */
  | { outcome: "taken" }
  | { outcome: "retired" }
  | { outcome: "gone" };

/** Stores an edit of a recipient. Verifying one address does not verify another. */
export async function editRecipient(
  db: Db,
  input: OnRecipient & { /** `markOfAddress` as the edit began. */ seen: string; values: RecipientValues },
  now = new Date(),
): Promise<Edited> {
  const { scope, publicId, seen, values } = input;
  return db.transaction(async (tx) => {
    await lockAddresses(tx, scope.campaignId);
    const recipient = await lockRecipient(tx, input, "write");
    if (!recipient) return { outcome: "gone" };
    if (recipient.isRetired) return { outcome: "retired" };
    const { id, companyId, name, email, postalAddress, perDay, isVerified } = recipient;
    const fields = changedFields({ name, email, postalAddress, perDay }, values);
    if (fields.length === 0) return { outcome: "saved", unverified: false };
    if (seen !== markOfAddress(recipient)) return { outcome: "stale" };

    const [taken] = await tx
      .select({ id: letterRecipients.id })
      .from(letterRecipients)
      .where(
        and(
          eq(letterRecipients.campaignId, scope.campaignId),
          eq(letterRecipients.companyId, companyId),
          eq(letterRecipients.email, values.email),
          ne(letterRecipients.id, id),
        ),
      );
    if (taken) return { outcome: "taken" };

    const moved = fields.includes("email") || fields.includes("postalAddress");
    const nobody = {
      verifiedAt: null,
      verifiedBy: null,
      verifiedById: null,
      verifiedWhere: null,
      openedAt: null,
    };
    await tx
      .update(letterRecipients)
      .set({ ...values, ...(moved && nobody) })
      .where(eq(letterRecipients.id, id));
    const unverified = isVerified && moved;
    const actor = actorOf(scope.organizerId);
    const entry = { actor, campaignId: scope.campaignId, subject: publicId, detail: { fields, unverified } };
    await recordAudit(tx, { ...entry, action: "letter-recipient-edited" }, now);
    return { outcome: "saved", unverified };
  });
}
