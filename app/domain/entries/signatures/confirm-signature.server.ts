import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import { countedSignatures } from "#app/domain/campaign/petition-signers.server.ts";
import { changedParts, type DigestOfPage } from "#app/domain/entries/entry-digest.server.ts";
import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { type ConsentPurpose, isOfCompany } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import {
  erasedSignatures,
  shareLinks,
  signatureReviews,
  signatures,
  signatureTraces,
  supporters,
} from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { consentTextVersion, type SignatureState } from "./signature.ts";
import { applyForm, wipeForms } from "./signature-forms.server.ts";
import { agreedOnceConfirmed, signatureParts } from "./signature-parts.ts";

export type ConfirmOutcome =
  | { outcome: "confirmed" | "already-confirmed"; publicId: string }
  | { outcome: "changed"; parts: EntryPart[] }
  | { outcome: "withdrawn" | "invalidated" | "gone" };

/**
 * Makes a signature that is pending, or was imported, count. The counter moves in the same transaction; a
 * signature of the same address that was erased earlier stops being counted, so nobody counts twice. Nothing
 * is confirmed where it is not what `page` displayed.
 */
export async function confirmSignature(
  db: Db,
  keys: Keys,
  linked: string,
  now = new Date(),
  page?: DigestOfPage,
): Promise<ConfirmOutcome> {
  return db.transaction(async (tx) => {
    const known = await lockSignature(tx, linked);
    if (!known) return { outcome: "gone" };
    const { publicId } = known;
    if (known.state === "confirmed" || known.state === "quarantined")
      return { outcome: "already-confirmed", publicId };
    if (known.state !== "pending" && known.state !== "imported") return { outcome: known.state };

    if (page) {
      const inForce = await readAgreed(tx, known.supporterId, known.campaignId);
      const parts = changedParts(signatureParts(known, agreedOnceConfirmed(inForce, known)), page);
      if (parts) return { outcome: "changed", parts };
    }

    if (known.formId !== null) await applyForm(tx, known.formId);
    await wipeForms(tx, known.id);
    await countArrival(tx, known);
    await grantAsked(tx, known, now);
    await tx
      .update(supporters)
      .set({ confirmedAt: sql`coalesce(${supporters.confirmedAt}, ${now.toISOString()}::timestamptz)` })
      .where(eq(supporters.id, known.supporterId));
    if (known.listed) await renewConsent(tx, known, now);
    const about = { campaignId: known.campaignId, supporterId: known.supporterId, signatureId: known.id };
    const countThen = sql`${countedSignatures(known.campaignId)} + 1`;
    await queueSupporterEmail(tx, { ...about, countThen, template: "receipt", limit: "none" }, now);
    await scoreAgain(tx, known.id);
    // A suspicious signature goes on hold; its owner is not told.
    const state = (await waitsForReview(tx, known.id)) ? "quarantined" : "confirmed";
    // Late, as it locks a counter row that others who confirm wait for until the transaction ends.
    await tx
      .update(signatures)
      .set({ state, confirmedAt: now, askedConsents: null, askedCompanyIds: null, shareLinkId: null })
      .where(and(eq(signatures.id, known.id), eq(signatures.state, known.state)));
    // Last: others lock counts of joins before a campaign's sums, and erased signers change both.
    await tx
      .delete(erasedSignatures)
      .where(
        and(
          eq(erasedSignatures.campaignId, known.campaignId),
          inArray(erasedSignatures.addressHmac, hashesOfAddress(keys, known.email)),
        ),
      );
    return { outcome: "confirmed", publicId };
  });
}

/**
 * Adds one to the share link they came by; confirming forgets which one it was. Signatures on hold count as
 * well: a faker must not learn that they were noticed.
 */
async function countArrival(
  tx: Tx,
  { shareLinkId, supporterId }: { shareLinkId: number | null; supporterId: number },
): Promise<void> {
  if (shareLinkId === null) return;
  await tx
    .update(shareLinks)
    .set({ arrived: sql`${shareLinks.arrived} + 1` })
    .where(and(eq(shareLinks.id, shareLinkId), ne(shareLinks.supporterId, supporterId)));
}

/** Renews an earlier consent to be shown, from a pledge or letter, with the list's text. */
async function renewConsent(
  tx: Tx,
  { supporterId, campaignId, locale }: { supporterId: number; campaignId: number; locale: string },
  now: Date,
): Promise<void> {
  const about = { supporterId, campaignId, textVersion: consentTextVersion, locale };
  await setConsents(tx, { ...about, granted: ["public_name"], asked: [], renew: true }, now);
}

type Asking = {
  supporterId: number;
  campaignId: number;
  state: SignatureState;
  askedConsents: ConsentPurpose[] | null;
  askedCompanyIds: number[] | null;
  locale: string;
};

/**
 * Grants what the form agreed to. For an imported person these become their own consents, which an undo of
 * the import keeps; consents that only the list gave stay the list's.
 */
async function grantAsked(
  tx: Tx,
  { supporterId, campaignId, state, askedConsents, askedCompanyIds, locale }: Asking,
  now: Date,
): Promise<void> {
  const purposes = askedConsents ?? (state === "imported" ? ["sign" as const] : []);
  if (purposes.length === 0) return;
  await tx.execute(sql`
    update consents set revoked_at = greatest(${now.toISOString()}::timestamptz, granted_at)
    where supporter_id = ${supporterId} and campaign_id = ${campaignId}
      and import_id is not null and revoked_at is null and purpose in ${purposes}`);
  const about = { supporterId, campaignId, textVersion: consentTextVersion, locale };
  await setConsents(tx, { ...about, granted: purposes.filter((one) => !isOfCompany(one)), asked: [] }, now);
  const granted = purposes.filter(isOfCompany);
  for (const companyId of askedCompanyIds ?? [undefined])
    await setConsents(tx, { ...about, companyId, granted, asked: [] }, now);
}

const waitsForReview = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.$count(
    signatureReviews,
    and(eq(signatureReviews.signatureId, id), eq(signatureReviews.state, "queued")),
  )) > 0;

/** Scores again, since the time taken to confirm is a signal. */
async function scoreAgain(tx: Tx, id: number): Promise<void> {
  await tx.update(signatureTraces).set({ scoredAt: null }).where(eq(signatureTraces.signatureId, id));
}
