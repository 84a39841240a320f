import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { letters, supporters } from "#db/schema/index.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import { setConsents } from "../supporters/set-consents.server.ts";
import { letterConsentVersion } from "./letter.ts";
import { lockLetter } from "./lock-letter.server.ts";
import { screenLetter, screenName } from "./screen.ts";
import { tellWriter } from "./tell-writer.server.ts";

export type ConfirmLetterOutcome =
  | { outcome: "confirmed" | "held" | "already-confirmed"; publicId: string }
  | { outcome: "withdrawn" | "refused" | "gone" };

/**
 * Makes a letter one that is delivered: its consents are given with it. What stands out in its words is held for an
 * organizer's look in the same transaction, and its writer is told why. A link that is used again says how it stands.
 */
export async function confirmLetter(
  db: Db,
  publicId: string,
  now = new Date(),
): Promise<ConfirmLetterOutcome> {
  return db.transaction(async (tx) => {
    const known = await lockLetter(tx, publicId);
    if (!known) return { outcome: "gone" };
    if (known.state === "withdrawn" || known.state === "refused") return { outcome: known.state };
    if (known.state !== "email_pending") return { outcome: "already-confirmed", publicId };

    const [person] = await tx
      .update(supporters)
      .set({ confirmedAt: sql`coalesce(${supporters.confirmedAt}, ${now.toISOString()}::timestamptz)` })
      .where(eq(supporters.id, known.supporterId))
      .returning({ locale: supporters.locale, name: supporters.name });
    const { links, ...found } = screenLetter(known.body);
    const heldReason = found.heldReason ?? screenName(person?.name ?? "");
    await tx
      .update(letters)
      .set({
        ...{ state: "confirmed", confirmedAt: now, agreed: [], heldReason, links },
        publication: known.display === "anonymous" ? "private" : "awaiting",
      })
      .where(and(eq(letters.id, known.id), eq(letters.state, "email_pending")));
    const { supporterId, campaignId } = known;
    const terms = { textVersion: letterConsentVersion, locale: person?.locale ?? "en" };
    const granted = known.agreed as ConsentPurpose[];
    // The box about an answer is taken as it stands; all others can only add.
    await setConsents(tx, { supporterId, campaignId, ...terms, granted, asked: ["reply_to"] }, now);
    const template = heldReason === null ? "letter-receipt" : "letter-held";
    await tellWriter(tx, { letterId: known.id, template }, now);
    return { outcome: heldReason === null ? "confirmed" : "held", publicId };
  });
}
