import { and, desc, eq, gt, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { outbox, signatureForms, signatures, supporters } from "#db/schema/index.ts";
import type { SignInput } from "./insert-signatures.server.ts";
import { maxUnmailed, type SignatureDisplay } from "./signature.ts";

/** What a form says of its sender: left out where somebody proved who they are, or a list said it. */
type Who = { name: string; email: string; country: string; postal_code: string | null; locale: string };
type Words = {
  petition_version: number;
  display: SignatureDisplay;
  listed: boolean;
  comment: string | null;
  asked_consents: ConsentPurpose[];
  asked_company_ids: number[] | null;
} & Partial<Who>;
/** `share_link_id` says nothing, so two forms that differ in it alone are one. */
type Kept = Words & { share_link_id: number | null };

const whoOf = ({ name, email, country, postalCode, locale }: SignInput): Who => ({
  name,
  email: email.address,
  country,
  postal_code: postalCode,
  locale,
});

const wordsOf = (input: SignInput, isKnown: boolean): Words => ({
  petition_version: input.campaign.petitionVersion,
  display: input.display,
  listed: input.display !== "anonymous",
  comment: input.comment,
  asked_consents: [...input.consents],
  asked_company_ids: input.companyIds ? [...input.companyIds] : null,
  ...(isKnown ? {} : whoOf(input)),
});

const asJsonb = (value: object): SQL => sql`(${JSON.stringify(value)}::text)::jsonb`;

/** Where a signature already has a form's words: in its own row, in another form, or nowhere. */
export type SameWords = { in: "signature" } | { in: "form"; id: number } | null;

/** Finds a form's words among those of a signature that waits. `isKnown`: not those about its sender. */
export async function findSameWords(
  tx: Tx,
  { signatureId, input, isKnown }: { signatureId: number; input: SignInput; isKnown: boolean },
): Promise<SameWords> {
  const who = isKnown
    ? sql``
    : sql`|| jsonb_build_object('name', p.name, 'email', p.email,
    'country', p.country, 'postal_code', p.postal_code, 'locale', p.locale)`;
  const [row] = await tx.execute<{ id: number | null }>(sql`
    select one.id::float8 as id from (
      select null::bigint as id, jsonb_build_object('petition_version', s.petition_version,
        'display', s.display, 'listed', s.listed, 'comment', s.comment, 'asked_consents', s.asked_consents,
        'asked_company_ids', s.asked_company_ids) ${who} as words
      from signatures s join supporters p on p.id = s.supporter_id where s.id = ${signatureId}
      union all select f.id, f.words - 'share_link_id' from signature_forms f
      where f.signature_id = ${signatureId}
    ) one where one.words = ${asJsonb(wordsOf(input, isKnown))} order by one.id nulls first limit 1`);
  if (!row) return null;
  return row.id === null ? { in: "signature" } : { in: "form", id: Number(row.id) };
}

/** True where a form says of its sender what is stored of them. */
export async function saysTheSamePerson(tx: Tx, id: number, input: SignInput): Promise<boolean> {
  const { name, email, country, postal_code: postalCode, locale } = whoOf(input);
  const same = and(eq(supporters.name, name), eq(supporters.email, email), eq(supporters.country, country));
  const rest = sql`${supporters.postalCode} is not distinct from ${postalCode}
    and ${supporters.locale} = ${locale}`;
  return (await tx.$count(supporters, and(eq(supporters.id, id), same, rest))) > 0;
}

type NewForm = {
  signatureId: number;
  input: SignInput;
  shareLinkId: number | null;
  isKnown: boolean;
  mailed: boolean;
  postedAt: Date;
};

/** Stores a form of its own for a signature that waits. Of those without an email, the newest ten stay. */
export async function insertForm(tx: Tx, form: NewForm): Promise<void> {
  const { signatureId, input, shareLinkId, isKnown, mailed, postedAt } = form;
  const words: Kept = { ...wordsOf(input, isKnown), share_link_id: shareLinkId };
  const emailId = mailed ? newestEmail(signatureId) : null;
  await tx.insert(signatureForms).values({ signatureId, postedAt, emailId, words: asJsonb(words) });
  const unmailed = and(eq(signatureForms.signatureId, signatureId), isNull(signatureForms.emailId));
  const newest = tx
    .select({ id: signatureForms.id })
    .from(signatureForms)
    .where(unmailed)
    .orderBy(desc(signatureForms.postedAt), desc(signatureForms.id))
    .limit(maxUnmailed);
  await tx.delete(signatureForms).where(and(unmailed, notInArray(signatureForms.id, newest)));
}

/** Notes that the newest email about a signature asks to confirm this form, posted again at `postedAt`. */
export async function noteEmail(
  tx: Tx,
  { id, signatureId, postedAt }: { id: number; signatureId: number; postedAt?: Date },
) {
  await tx
    .update(signatureForms)
    .set({ emailId: newestEmail(signatureId), ...(postedAt && { postedAt }) })
    .where(eq(signatureForms.id, id));
}

const newestEmail = (signatureId: number) =>
  sql`(select max(${outbox.id}) from ${outbox} where ${outbox.signatureId} = ${signatureId})`;

/** Finds the newest form of a signature that no email tells of. */
export async function findUnmailed(tx: Tx, signatureId: number) {
  const [form] = await tx
    .select({ id: signatureForms.id, signatureId: signatureForms.signatureId })
    .from(signatureForms)
    .where(and(eq(signatureForms.signatureId, signatureId), isNull(signatureForms.emailId), stillWaits))
    .orderBy(desc(signatureForms.postedAt))
    .limit(1);
  return form ?? null;
}

const stillWaits = ne(signatureForms.words, sql`'{}'::jsonb`);

/** Finds the form with this public id, and the public id of its signature. */
export async function findForm(db: DbOrTx, publicId: string) {
  const [form] = await db
    .select({
      id: signatureForms.id,
      words: signatureForms.words,
      postedAt: signatureForms.postedAt,
      signature: signatures.publicId,
    })
    .from(signatureForms)
    .innerJoin(signatures, eq(signatures.id, signatureForms.signatureId))
    .where(eq(signatureForms.publicId, publicId));
  return form ? { ...form, words: form.words as Kept | Record<string, never> } : null;
}

/** Returns what a form says in place of its signature's row. `isProven`: its person confirmed something. */
export function saidBy(words: Kept | Record<string, never>, isProven: boolean) {
  if (!("display" in words)) return {};
  const { name, email, country, postal_code: postalCode = null, locale } = words;
  return {
    petitionVersion: words.petition_version,
    display: words.display,
    listed: words.listed,
    comment: words.comment,
    askedConsents: words.asked_consents,
    askedCompanyIds: words.asked_company_ids,
    shareLinkId: words.share_link_id,
    ...(!isProven && name && email && country && locale ? { name, email, country, postalCode, locale } : {}),
  };
}

/** Makes a form's words those of its signature and, if nothing of it was confirmed before, of its person. */
export async function applyForm(tx: Tx, formId: number): Promise<void> {
  await tx.execute(sql`
    update supporters p set name = f.words ->> 'name', email = f.words ->> 'email',
      country = f.words ->> 'country', postal_code = f.words ->> 'postal_code', locale = f.words ->> 'locale'
    from signature_forms f join signatures s on s.id = f.signature_id
    where f.id = ${formId} and p.id = s.supporter_id and p.confirmed_at is null and f.words ? 'name'`);
  await tx.execute(sql`
    update signatures s set petition_version = w.petition_version, display = w.display, listed = w.listed,
      comment = w.comment, source = null, referrer = null
    from signature_forms f cross join lateral jsonb_populate_record(null::signatures, f.words) w
    where f.id = ${formId} and s.id = f.signature_id`);
}

/** Wipes what other forms of a signature say: one was confirmed. Their links then lead to that one. */
export const wipeForms = (tx: Tx, signatureId: number) =>
  tx
    .update(signatureForms)
    .set({ words: sql`'{}'::jsonb` })
    .where(eq(signatureForms.signatureId, signatureId));

/** Finds the newest form that waits and was stored after the one a link leads to; null if there is none. */
export async function findNewerForm(db: Db, publicId: string) {
  const own = await findForm(db, publicId);
  const [newest] = await db
    .select({ publicId: signatureForms.publicId, createdAt: signatureForms.postedAt })
    .from(signatureForms)
    .innerJoin(signatures, eq(signatures.id, signatureForms.signatureId))
    .where(
      and(
        eq(signatures.publicId, own?.signature ?? publicId),
        stillWaits,
        gt(signatureForms.id, own?.id ?? 0),
      ),
    )
    .orderBy(desc(signatureForms.postedAt))
    .limit(1);
  return newest ?? null;
}
