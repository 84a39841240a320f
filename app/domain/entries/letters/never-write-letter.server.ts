import { eq } from "drizzle-orm";
import type { NeverOutcome } from "#app/domain/entries/signatures/never-write.server.ts";
import { suppressPerson } from "#app/domain/supporters/suppress-person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { letters, supporters } from "#db/schema/index.ts";
import { lockLetter } from "./lock-letter.server.ts";
import { withdrawLocked } from "./withdraw-letter.server.ts";

/**
 * "This was not me: never write to me again", by the holder of the link that confirms a letter. The address is
 * suppressed as a keyed hash; what is unconfirmed is deleted, a letter that stands is withdrawn unless it was handed
 * over. `mails` are the deliveries whose files are to be removed.
 */
export async function neverWriteLetter(
  db: Db,
  keys: Keys,
  publicId: string,
  now = new Date(),
): Promise<NeverOutcome> {
  return db.transaction(async (tx) => {
    const known = await lockLetter(tx, publicId);
    if (!known) return { outcome: "gone", mails: [] };

    const mails = await suppressPerson(tx, keys, known, now);
    const outcome = "suppressed" as const;
    if (known.personConfirmedAt === null) {
      await tx.delete(supporters).where(eq(supporters.id, known.supporterId));
      return { outcome, did: "deleted", mails };
    }
    if (known.state === "email_pending") {
      await tx.delete(letters).where(eq(letters.id, known.id));
      return { outcome, did: "deleted-form", mails };
    }
    await withdrawLocked(tx, known, now);
    return { outcome, did: known.handedOverAt === null ? "withdrawn" : "handed-over", mails };
  });
}
