import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { letterConsentVersion } from "./letter.ts";
import { lockLetter } from "./lock-letter.server.ts";

type Whose = { id: number; supporterId: number; campaignId: number; companyId: number };

/**
 * Withdraws a person's own letter until it is handed over, out of a dispatch that waits or is approved as
 * well. The number of shares in it is wiped, and it is shown nowhere. `handed-over`: it cannot be called
 * back. `in-pack`: it is withdrawn, and was in a pack before that may have been handed over in person, which
 * is not on record.
 */
export async function withdrawLetter(
  db: Db,
  { supporterId, publicId }: { supporterId: number; publicId: string },
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "in-pack" | "handed-over" | "not-confirmed" }> {
  return db.transaction(async (tx) => {
    const known = await lockLetter(tx, publicId);
    if (known?.supporterId !== supporterId) return { outcome: "not-confirmed" };
    if (await withdrawLockedLetter(tx, known, now)) {
      return { outcome: (await isInPack(tx, known.id)) ? "in-pack" : "withdrawn" };
    }
    return { outcome: known.handedOverAt === null ? "not-confirmed" : "handed-over" };
  });
}

/** Returns whether a pack holds the letter and is neither discarded nor handed over. */
async function isInPack(tx: Tx, letterId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from pack_letters k join packs p on p.id = k.pack_id
    where k.letter_id = ${letterId} and p.discarded_at is null and p.handed_over_at is null limit 1`);
  return rows.length > 0;
}

/** Withdraws a letter that is locked already. False when there was nothing to withdraw. */
export async function withdrawLockedLetter(tx: Tx, whose: Whose, now: Date): Promise<boolean> {
  const withdrawn = await tx
    .update(letters)
    .set({
      state: "withdrawn",
      withdrawnAt: now,
      dispatchId: null,
      sharesEnc: null,
      keyId: null,
      display: "anonymous",
      publication: "private",
      replyTo: false,
    })
    .where(
      and(
        eq(letters.id, whose.id),
        inArray(letters.state, ["confirmed", "queued"]),
        isNull(letters.handedOverAt),
      ),
    )
    .returning({ id: letters.id });
  if (withdrawn.length === 0) return false;
  const { supporterId, campaignId, companyId } = whose;
  const asked = [
    ...(["letter", "deliver_letter", "reply_to"] as const),
    ...((await isNamedInPublic(tx, whose)) ? [] : (["public_name"] as const)),
  ];
  const terms = { textVersion: letterConsentVersion, locale: "en", granted: [], asked };
  await setConsents(tx, { supporterId, campaignId, companyId, ...terms }, now);
  return true;
}
