import { eq } from "drizzle-orm";
import type { NeverOutcome } from "#app/domain/entries/signatures/never-write.server.ts";
import { suppressPerson } from "#app/domain/supporters/suppress-person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { pledges, supporters } from "#db/schema/index.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { withdrawLocked } from "./withdraw-pledge.server.ts";

/**
 * "This was not me: never write to me again", by the holder of the link that confirms a pledge. The address is
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

    const mails = await suppressPerson(tx, keys, known, now);
    const waits = known.status === "email_pending";
    const did = known.personConfirmedAt === null ? "deleted" : waits ? "deleted-form" : "withdrawn";
    if (did === "deleted") {
      await tx.delete(supporters).where(eq(supporters.id, known.supporterId));
    } else if (did === "deleted-form") {
      await tx.delete(pledges).where(eq(pledges.id, known.id));
    } else {
      await withdrawLocked(tx, keys, known.series, now);
    }
    return { outcome: "suppressed", did, mails };
  });
}
