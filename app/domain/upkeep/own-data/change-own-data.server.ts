import { and, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import { renameLetters } from "#app/domain/entries/letters/rename-letters.server.ts";
import { consentTextVersion, type SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { screenLetterName } from "#app/domain/screening/screen.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents, setNameTo } from "#app/domain/supporters/consents.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { letters, pledges, signatures, supporters } from "#db/schema/index.ts";

type Owned = { supporterId: number; publicId: string };

/**
 * Corrects name and place, and what follows for the person's letters. The address stays: another address is
 * another person to prove.
 */
export async function correctSupporter(
  db: Db,
  {
    supporterId,
    ...corrected
  }: { supporterId: number; name: string; country: string; postalCode: string | null },
  now = new Date(),
): Promise<void> {
  const { name, country } = corrected;
  const person = eq(supporters.id, supporterId);
  const another = and(person, or(ne(supporters.name, name), ne(supporters.country, country)));
  const holdReason = await screenLetterName(name);
  await db.transaction(async (tx) => {
    const renamed = await tx
      .update(supporters)
      .set({ ...corrected, correctedAt: now })
      .where(another)
      .returning({ id: supporters.id });
    if (renamed.length > 0) await renameLetters(tx, { supporterId, holdReason });
    else await tx.update(supporters).set(corrected).where(person);
    // The owner has stated their name: it replaces what unconfirmed forms say.
    const typed = { typedName: null, typedCountry: null };
    await tx
      .update(letters)
      .set(typed)
      .where(and(eq(letters.supporterId, supporterId), eq(letters.state, "email_pending")));
    await tx
      .update(pledges)
      .set(typed)
      .where(and(eq(pledges.supporterId, supporterId), eq(pledges.status, "email_pending")));
  });
}

/** Corrects the comment of a person's own signature. */
export async function correctComment(db: Db, owned: Owned & { comment: string | null }): Promise<void> {
  await db.update(signatures).set({ comment: owned.comment }).where(ofPerson(owned));
}

/**
 * Changes how a signature is displayed; `anonymous` hides it everywhere. The consent `public_name` follows,
 * unless another entry still shows the name.
 */
export async function changeDisplay(
  db: Db,
  owned: Owned & { display: SignatureDisplay; locale: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const campaignId = await lockOwned(tx, owned);
    if (campaignId === null) return;
    // Saving without a change is no new choice: someone shown under an earlier text is not listed by it.
    const listed = sql`case when ${signatures.display} = ${owned.display} then ${signatures.listed}
      else ${owned.display !== "anonymous"} end`;
    const [changed] = await tx
      .update(signatures)
      .set({ display: owned.display, listed })
      .where(ofPerson(owned))
      .returning({ listed: signatures.listed });
    const isPublic = owned.display !== "anonymous" || (await isNamedInPublic(tx, { ...owned, campaignId }));
    const granted: ConsentPurpose[] = isPublic ? ["public_name"] : [];
    const asked = ["public_name"] as const;
    await setConsents(
      tx,
      { ...terms(owned, campaignId), granted, asked, renew: changed?.listed === true },
      now,
    );
    await settleAsked(tx, owned, asked);
  });
}

/** Sets the consent to updates, and which companies get the name, to what is ticked in one campaign. */
export async function changeConsents(
  db: Db,
  owned: Owned & { updates: boolean; nameTo: readonly number[]; locale: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const campaignId = await lockOwned(tx, owned);
    if (campaignId === null) return;
    const about = terms(owned, campaignId);
    await setConsents(tx, { ...about, granted: owned.updates ? ["updates"] : [], asked: ["updates"] }, now);
    await setNameTo(tx, { ...about, companyIds: owned.nameTo }, now);
    await settleAsked(tx, owned, ["updates", "deliver_to_company"]);
  });
}

/** Drops what unconfirmed forms ask about these purposes: the owner has decided. */
async function settleAsked(tx: Tx, owned: Owned, purposes: readonly ConsentPurpose[]): Promise<void> {
  const { askedConsents } = signatures;
  for (const purpose of purposes)
    await tx
      .update(signatures)
      .set({
        askedConsents: sql`array_remove(${askedConsents}, ${purpose}::consent_purpose)`,
        ...(purpose === "deliver_to_company" && { askedCompanyIds: null }),
      })
      .where(and(ofPerson(owned), isNotNull(askedConsents)));
}

const ofPerson = ({ supporterId, publicId }: Owned) =>
  and(eq(signatures.publicId, publicId), eq(signatures.supporterId, supporterId));

const terms = ({ supporterId, locale }: { supporterId: number; locale: string }, campaignId: number) => ({
  supporterId,
  campaignId,
  locale,
  textVersion: consentTextVersion,
});

async function lockOwned(tx: Tx, owned: Owned): Promise<number | null> {
  await tx
    .select({ id: supporters.id })
    .from(supporters)
    .where(eq(supporters.id, owned.supporterId))
    .for("update");
  const [row] = await tx
    .select({ campaignId: signatures.campaignId })
    .from(signatures)
    .where(ofPerson(owned));
  return row?.campaignId ?? null;
}
