import { and, eq } from "drizzle-orm";
import { changedParts, type DigestOfPage } from "#app/domain/entries/entry-digest.server.ts";
import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import { screenLetter } from "#app/domain/screening/screen.server.ts";
import type { ScreenedLetter } from "#app/domain/screening/screen-text.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { confirmPerson, personOf } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { letters, supporters } from "#db/schema/index.ts";
import { findAddressee } from "./find-addressee.server.ts";
import { letterConsentVersion } from "./letter.ts";
import { letterParts } from "./letter-parts.ts";
import { countLetters } from "./list/list-letters.server.ts";
import { lockLetter } from "./lock-letter.server.ts";
import { countedLetters } from "./published/public-letter.ts";
import { findOwnLetter } from "./queries.server.ts";
import { queueWriterEmail } from "./queue-writer-email.server.ts";

export type ConfirmLetterOutcome =
  | { outcome: "confirmed" | "held" | "already-confirmed"; publicId: string }
  | { outcome: "changed"; parts: EntryPart[] }
  | { outcome: "withdrawn" | "refused" | "gone" };

type Words = { body: string; name: string };

/**
 * Confirms a letter, with its consents. Its words are screened before, outside the transaction, and again if
 * they changed in between. If something stands out, it is on hold for review, and its writer is told why. A
 * link used again shows the letter's state. Nothing is confirmed that differs from what `page` displayed.
 */
export async function confirmLetter(
  db: Db,
  keys: Keys,
  publicId: string,
  now = new Date(),
  page?: DigestOfPage,
): Promise<ConfirmLetterOutcome> {
  while (true) {
    const words = await readUnconfirmed(db, publicId);
    const screened = words && { ...words, ...(await screenLetter(words)) };
    const result = await db.transaction((tx) => confirm(tx, keys, publicId, { screened, page }, now));
    if (result.outcome !== "other-words") return result;
  }
}

/** The words of an unconfirmed letter. */
async function readUnconfirmed(db: Db, publicId: string): Promise<Words | null> {
  const [words] = await db
    .select({ body: letters.body, name: personOf(letters).name })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(and(eq(letters.publicId, publicId), eq(letters.state, "email_pending")));
  return words ?? null;
}

type Screened = (Words & ScreenedLetter) | null;

async function confirm(
  tx: Tx,
  keys: Keys,
  publicId: string,
  { screened, page }: { screened: Screened; page: DigestOfPage | undefined },
  now: Date,
): Promise<ConfirmLetterOutcome | { outcome: "other-words" }> {
  const known = await lockLetter(tx, publicId);
  if (!known) return { outcome: "gone" };
  if (known.state === "withdrawn" || known.state === "refused") return { outcome: known.state };
  if (known.state !== "email_pending") return { outcome: "already-confirmed", publicId };
  const displayed = page && (await findOwnLetter(tx, keys, publicId));
  const parts = displayed
    ? changedParts(letterParts(displayed, await findAddressee(tx, known.campaignId, known)), page)
    : null;
  if (parts) return { outcome: "changed", parts };
  const name = known.personConfirmedAt === null ? (known.typedName ?? known.personName) : known.personName;
  if (known.body !== screened?.body || name !== screened.name) return { outcome: "other-words" };

  const { holdReason, links } = screened;
  const locale = await confirmPerson(tx, known, now);
  await tx
    .update(letters)
    .set({
      state: "confirmed",
      confirmedAt: now,
      agreed: [],
      typedName: null,
      typedCountry: null,
      holdReason,
      links,
      publication: known.display === "anonymous" ? "private" : "awaiting",
    })
    .where(and(eq(letters.id, known.id), eq(letters.state, "email_pending")));
  const { supporterId, campaignId, companyId } = known;
  // Of the letters to the company from this address, this is the owner's: links of the others stop working.
  await tx
    .delete(letters)
    .where(
      and(
        eq(letters.campaignId, campaignId),
        eq(letters.supporterId, supporterId),
        eq(letters.companyId, companyId),
        eq(letters.state, "email_pending"),
      ),
    );
  const terms = { textVersion: letterConsentVersion, locale };
  const granted = known.agreed as ConsentPurpose[];
  // The answer checkbox is stored as it is; the others can only add consents.
  const about = { supporterId, campaignId, companyId, ...terms };
  await setConsents(tx, { ...about, granted, asked: ["reply_to"] }, now);
  if (holdReason === null) {
    const countThen = countedLetters(await countLetters(tx, campaignId, companyId));
    await queueWriterEmail(tx, { letterId: known.id, template: "letter-receipt", countThen }, now);
  } else await queueWriterEmail(tx, { letterId: known.id, template: "letter-held" }, now);
  return { outcome: holdReason === null ? "confirmed" : "held", publicId };
}
