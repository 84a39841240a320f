import { and, eq, isNotNull } from "drizzle-orm";
import { findCompanyId } from "#app/domain/campaign/company-of.server.ts";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import type { LetterAnswers } from "#app/domain/entries/letters/letter.ts";
import { findUnderWay, listUnconfirmed } from "#app/domain/entries/letters/lock-letter.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { areReceiptsUsedUp } from "#app/domain/queue/receipts-used-up.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";
import { findTooRecent } from "./next-letter.server.ts";
import { insertLetter, isSameLetter, tellsTheSame } from "./write-letter.server.ts";

type ProvenLetter = {
  supporterPublicId: string;
  campaign: { id: number };
  /** A company of the campaign; by default, the first. */
  companyId?: number | undefined;
  answers: LetterAnswers;
  locale: string;
  consents: readonly ConsentPurpose[];
};

export type ProvenLetterOutcome =
  | { outcome: "confirmed"; publicId: string }
  /** One is under way, or was sent less than a week ago: this one is not stored, and an email says so. */
  | { outcome: "already-written" }
  | { outcome: "too-many-today" | "gone" };

/**
 * Stores a letter of someone whose link proves who they are, and confirms it like `confirmLetter`: it is
 * screened, and its receipt goes to their address. If it repeats the letter under way, nothing changes.
 */
export async function writeProven(
  db: Db,
  keys: Keys,
  input: ProvenLetter,
  now = new Date(),
): Promise<ProvenLetterOutcome> {
  const { supporterPublicId, campaign, companyId: asked, ...letter } = input;
  const stored = await db.transaction(async (tx): Promise<ProvenLetterOutcome> => {
    const [person] = await tx
      .select({ id: supporters.id })
      .from(supporters)
      .where(and(eq(supporters.publicId, supporterPublicId), isNotNull(supporters.confirmedAt)))
      .for("update");
    if (!person) return { outcome: "gone" };
    const companyId = await findCompanyId(tx, { campaignId: campaign.id, companyId: asked });
    const whose = { campaignId: campaign.id, supporterId: person.id, companyId };
    const underWay = await findUnderWay(tx, whose);
    if (underWay && tellsTheSame(keys, underWay, letter.answers))
      return { outcome: "confirmed", publicId: underWay.publicId };
    const earlier = underWay ?? (await findTooRecent(tx, whose, now));
    if (earlier) {
      const about = { campaignId: campaign.id, supporterId: person.id, letterId: earlier.id };
      await queueSupporterEmail(tx, { ...about, template: "already-written" }, now);
      return { outcome: "already-written" };
    }
    if (await areReceiptsUsedUp(tx, person.id, now)) return { outcome: "too-many-today" };
    const content = { ...letter, typedName: null, typedCountry: null };
    const waiting = (await listUnconfirmed(tx, whose)).find((one) => isSameLetter(keys, one, content));
    const { publicId } = waiting ?? (await insertLetter(tx, keys, { ...content, ...whose, at: now }));
    return { outcome: "confirmed", publicId };
  });
  if (stored.outcome !== "confirmed") return stored;
  const done = await confirmLetter(db, keys, stored.publicId, now);
  if ("publicId" in done) return { outcome: "confirmed", publicId: done.publicId };
  // Another letter of theirs was confirmed at the same time, which dropped this one.
  return { outcome: done.outcome === "gone" ? "already-written" : "gone" };
}
