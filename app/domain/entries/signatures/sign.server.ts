import { and, eq, sql } from "drizzle-orm";
import { mailsPerDay } from "#app/domain/queue/email.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Tx } from "#db/index.ts";
import { shareLinks, signatureReviews, signatures, supporters } from "#db/schema/index.ts";
import {
  insertSignatures,
  type NewSignature,
  type SignInput,
  type Traced,
} from "./insert-signatures.server.ts";
import { createReceiptCode } from "./receipt-code.server.ts";
import { confirmationsPerDay } from "./signature.ts";
import { findSameWords, insertForm, noteEmail, saysTheSamePerson } from "./signature-forms.server.ts";

/** Records a pending signature and asks its owner to confirm, or does what a known address allows. */
export async function sign(tx: Tx, form: NewSignature): Promise<void> {
  if (await signAgain(tx, form)) return;
  const stored = await insertSignatures(tx, [form]);
  // Another form stored the same person between the two statements.
  if (stored.size === 0) await signAgain(tx, form);
}

type Brought = SignInput & { shareLinkId: number | null };

/**
 * Signs for a known address, under a lock on its person. Posting the form does not prove owning the address:
 * what a person confirmed stays, and only an email tells them. What the form agrees to waits with the
 * signature until its owner confirms it. A form that comes late never overwrites what a newer one says, or a
 * later withdrawal. False when the person is gone.
 */
async function signAgain(tx: Tx, { input, traced, at: now, postedAt = now }: NewSignature): Promise<boolean> {
  const person = await lockByAddress(tx, input.email.canonical);
  if (!person) return false;
  const [known] = await tx
    .select({
      id: signatures.id,
      state: signatures.state,
      asked: signatures.askedConsents,
      isNewer: sql<boolean>`${saysNewer(postedAt)}
        or coalesce(${signatures.withdrawnAt} > ${iso(postedAt)}, false)`,
    })
    .from(signatures)
    .where(and(eq(signatures.campaignId, input.campaign.id), eq(signatures.supporterId, person.id)));
  const about = { campaignId: input.campaign.id, supporterId: person.id };
  const imported = await isImported(tx, person.id);
  const isKnown = person.confirmedAt !== null || imported;

  if (known?.state === "invalidated") return true;
  if (known?.state === "confirmed" || known?.state === "quarantined") {
    await queueSupporterEmail(tx, { ...about, signatureId: known.id, template: "already-signed" }, now);
    return true;
  }
  const brought = { shareLinkId: await findLink(tx, input) };
  const form = { input, ...brought, isKnown, postedAt };
  const waits = known?.state === "pending" || (known?.state === "imported" && known.asked !== null);
  if (known && waits) {
    await keepApart(tx, { ...about, ...form, signatureId: known.id, isNewest: !known.isNewer }, now);
    await trace(tx, known.id, traced, now);
    if (known.state === "pending") await forgetReview(tx, known.id);
    return true;
  }
  if (known?.isNewer) return true;
  const signatureId = known
    ? known.id
    : await insertPending(tx, person.id, { ...input, ...brought }, { now, postedAt });
  const atMostPerDay = person.confirmedAt === null ? confirmationsPerDay : mailsPerDay;
  const mail = { ...about, signatureId, template: "confirm-signature", atMostPerDay } as const;
  const mailed = await queueSupporterEmail(tx, mail, now);
  // What another form said of the person stays theirs, so this one keeps what it says.
  if (!known && !isKnown && !(await saysTheSamePerson(tx, person.id, input)))
    await insertForm(tx, { ...form, signatureId, mailed });
  const withdrawn = known?.state === "withdrawn";
  // A signature its owner withdrew only changes if they are emailed about it.
  if (withdrawn && !mailed) return true;
  if (known)
    await rewritePending(
      tx,
      signatureId,
      { ...input, ...brought },
      { mailed, state: known.state, postedAt },
      now,
    );
  await trace(tx, signatureId, traced, now);
  return true;
}

type Apart = Parameters<typeof insertForm>[1] & {
  campaignId: number;
  supporterId: number;
  isNewest: boolean;
};

/**
 * Takes a form whose signature already waits. One that says the same is a resend; any other keeps its own
 * words, with an email and a link of its own, so that nobody else's form changes what an emailed link
 * confirms.
 */
async function keepApart(tx: Tx, form: Omit<Apart, "mailed">, now: Date): Promise<void> {
  const { campaignId, supporterId, signatureId, isNewest, isKnown } = form;
  const same = await findSameWords(tx, form);
  const email = { campaignId, supporterId, signatureId, template: "confirm-signature" } as const;
  const limits = {
    atMostPerDay: isKnown ? mailsPerDay : confirmationsPerDay,
    skipsQuietPeriod: same === null,
  };
  const mailed = isNewest && (await queueSupporterEmail(tx, { ...email, ...limits }, now));
  if (same === null) await insertForm(tx, { ...form, mailed });
  else if (same.in === "form" && mailed)
    await noteEmail(tx, { id: same.id, signatureId, postedAt: form.postedAt });
  else if (same.in === "signature" && isNewest) await noteArrival(tx, form);
  if (!mailed) return;
  await tx
    .update(signatures)
    .set({ signedAt: now, postedAt: form.postedAt, remindedAt: null })
    .where(eq(signatures.id, signatureId));
}

const iso = (time: Date) => sql`${time.toISOString()}::timestamptz`;
/** True of a signature whose words are from a form that was posted later. */
const saysNewer = (postedAt: Date) =>
  sql`coalesce(${signatures.postedAt}, ${signatures.signedAt}) > ${iso(postedAt)}`;

/** The last form that says the same tells where they came from. */
async function noteArrival(
  tx: Tx,
  { signatureId, input, shareLinkId }: Omit<Apart, "mailed">,
): Promise<void> {
  const { source, referrer } = input;
  await tx.update(signatures).set({ source, referrer, shareLinkId }).where(eq(signatures.id, signatureId));
}

async function lockByAddress(tx: Tx, canonical: string) {
  const [person] = await tx
    .select({ id: supporters.id, confirmedAt: supporters.confirmedAt })
    .from(supporters)
    .where(eq(supporters.emailCanonical, canonical))
    .for("update");
  return person;
}

/** True if this person was imported: only they can change imported data. */
const isImported = async (tx: Tx, supporterId: number): Promise<boolean> =>
  (await tx.$count(
    signatures,
    and(eq(signatures.supporterId, supporterId), eq(signatures.state, "imported")),
  )) > 0;

/** Locked before any signature, like an erasure of the link's owner does. */
async function findLink(tx: Tx, { campaign, shareCode }: SignInput): Promise<number | null> {
  if (!shareCode) return null;
  const [link] = await tx
    .select({ id: shareLinks.id })
    .from(shareLinks)
    .where(and(eq(shareLinks.campaignId, campaign.id), eq(shareLinks.code, shareCode)))
    .for("key share");
  return link?.id ?? null;
}

async function insertPending(
  tx: Tx,
  supporterId: number,
  input: Brought,
  { now, postedAt }: { now: Date; postedAt: Date },
): Promise<number> {
  const [row] = await tx
    .insert(signatures)
    .values({
      ...signedColumns(input),
      campaignId: input.campaign.id,
      supporterId,
      receiptCode: createReceiptCode(),
      signedAt: now,
      postedAt,
    })
    .returning({ id: signatures.id });
  if (!row) throw new Error("a pending signature was not stored");
  return row.id;
}

/**
 * Keeps of the traces only what every form with this address shares, and scores it again: which of them its
 * owner sent is unknown, and a stranger's must not count against them.
 */
async function trace(tx: Tx, signatureId: number, traced: Traced, now: Date): Promise<void> {
  const block = traced.block && Buffer.from(traced.block, "hex");
  const { honeypot, foreignLanguage, proof } = traced;
  await tx.execute(sql`
    insert into signature_traces as t (signature_id, seen_at, block, honeypot, foreign_language, proof)
    values (${signatureId}, ${now.toISOString()}::timestamptz, ${block}, ${honeypot},
      ${foreignLanguage}, ${proof})
    on conflict (signature_id) do update set seen_at = excluded.seen_at, scored_at = null, repeated = true,
      block = case when t.block = excluded.block then t.block end,
      honeypot = t.honeypot and excluded.honeypot,
      foreign_language = t.foreign_language and excluded.foreign_language,
      proof = case when 'solved' in (t.proof, excluded.proof) then 'solved'
        when 'not-asked' in (t.proof, excluded.proof) then 'not-asked' else 'went-on' end::signature_proof`);
}

/** Drops what the scoring of an earlier form found: the next scoring decides. */
async function forgetReview(tx: Tx, signatureId: number): Promise<void> {
  await tx
    .delete(signatureReviews)
    .where(and(eq(signatureReviews.signatureId, signatureId), eq(signatureReviews.state, "queued")));
}

/**
 * The emailed link derives from public id and time of signing. The time only moves with a new email; after a
 * withdrawal the id changes, so that older links stop working. Imported data is never purged.
 */
async function rewritePending(
  tx: Tx,
  id: number,
  input: Brought,
  {
    mailed,
    state,
    postedAt,
  }: { mailed: boolean; state: "pending" | "withdrawn" | "imported"; postedAt: Date },
  now: Date,
) {
  await tx
    .update(signatures)
    .set({
      ...signedColumns(input),
      ...(mailed ? { signedAt: now, remindedAt: null } : {}),
      postedAt,
      ...(state === "withdrawn" ? { publicId: sql`gen_random_uuid()` } : {}),
      state: state === "imported" ? "imported" : "pending",
      confirmedAt: null,
      withdrawnAt: null,
    })
    .where(eq(signatures.id, id));
}

const signedColumns = ({ campaign, display, comment, source, referrer, shareLinkId, ...asks }: Brought) => ({
  petitionVersion: campaign.petitionVersion,
  askedConsents: [...asks.consents],
  askedCompanyIds: asks.companyIds ? [...asks.companyIds] : null,
  display,
  listed: display !== "anonymous",
  comment,
  source,
  referrer,
  shareLinkId,
});
