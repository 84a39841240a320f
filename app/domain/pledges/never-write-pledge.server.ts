import { eq } from "drizzle-orm";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { deliveries, pledges, supporters, suppressions } from "#db/schema/index.ts";
import type { NeverOutcome } from "../signatures/never-write.server.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { withdrawLocked } from "./withdraw-pledge.server.ts";

/**
 * "This was not me: never write to me again", by whoever holds the link that confirms a pledge. The address is
 * suppressed as a keyed hash; what is unconfirmed is deleted, a pledge in force withdrawn. `mails` are the
 * deliveries whose files are to be removed.
 */
export async function neverWritePledge(
  db: Db,
  keys: Keys,
  publicId: string,
  now = new Date(),
): Promise<NeverOutcome> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    if (!known) return { outcome: "gone", mails: [] };

    const { keyId, digest } = hmac(keys, "address", known.emailCanonical);
    await tx
      .insert(suppressions)
      .values({ addressHmac: digest, keyId, reason: "never", createdAt: now })
      .onConflictDoNothing();
    const mails = await tx
      .select({ publicId: deliveries.publicId })
      .from(deliveries)
      .where(eq(deliveries.supporterId, known.supporterId));
    const waits = known.status === "email_pending";
    const did = known.personConfirmedAt === null ? "deleted" : waits ? "deleted-form" : "withdrawn";
    if (did === "deleted") {
      await tx.delete(supporters).where(eq(supporters.id, known.supporterId));
    } else if (did === "deleted-form") {
      await tx.delete(pledges).where(eq(pledges.id, known.id));
    } else {
      await withdrawLocked(tx, keys, known.series, now);
    }
    return { outcome: "suppressed", did, mails: mails.map((mail) => mail.publicId) };
  });
}
