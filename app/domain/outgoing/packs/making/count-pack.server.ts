import { sql } from "drizzle-orm";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { letterIsForAnother } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import type { DbOrTx } from "#db/index.ts";

/** Why a signature of the campaign is not in a pack; each counts under the first reason that applies. */
export const signatureReasons = [
  "unconfirmed",
  "withdrawn",
  "invalidated",
  "in-review",
  "no-consent",
  "unseen",
  "queued",
  "hidden",
  "asked",
  "erased",
] as const;
export type SignatureReason = (typeof signatureReasons)[number];

/** Why a letter is not in it. */
export const letterReasons = [
  "unconfirmed",
  "withdrawn",
  "refused",
  "no-consent",
  "held",
  "for-another",
  "erased",
] as const;
export type LetterReason = (typeof letterReasons)[number];

type Counts = Record<string, number>;
export type PackCounts = {
  signatures: number;
  signaturesLeftOut: Record<SignatureReason, number>;
  byCountry: Counts;
  byPetitionVersion: Counts;
  /** Names that looked wrong and were kept. */
  kept: number;
  letters: number;
  lettersByState: Counts;
  lettersLeftOut: Record<LetterReason, number>;
};

/** Consent to give something to the company; `c.id` is null without it. */
const consent = (
  purpose: "deliver_to_company" | "deliver_letter",
  of: OfCompany,
) => sql`left join consents c on c.supporter_id = s.supporter_id and c.campaign_id = s.campaign_id
  and c.purpose = ${purpose} and c.company_id = ${companyOf(of)} and c.revoked_at is null`;

/** Counts what a pack for a company would hold and leave out if made now: each signature and letter once. */
export async function countPack(db: DbOrTx, of: OfCompany): Promise<PackCounts> {
  const { campaignId } = of;
  const fates = await db.execute<{ fate: SignatureReason | "in" | "in-kept"; count: number }>(sql`
    select case s.state when 'pending' then 'unconfirmed' when 'imported' then 'unconfirmed'
        when 'quarantined' then 'in-review' when 'withdrawn' then 'withdrawn'
        when 'invalidated' then 'invalidated'
        else case when c.id is null then 'no-consent' when n.signature_id is not null then 'unseen'
          when r.id is null then 'in' when r.state = 'kept' then 'in-kept'
          else r.state::text end end as fate, count(*)::int
    from signatures s ${consent("deliver_to_company", of)} left
      join names_awaiting_review n on n.signature_id = s.id
    left join name_reviews r on r.signature_id = s.id
    where s.campaign_id = ${campaignId} group by 1
    union all
    select 'erased', coalesce(sum(erased), 0)::int from campaign_counts where campaign_id = ${campaignId}`);
  const fateOf = new Map(fates.map(({ fate, count }) => [fate, count]));
  const kept = fateOf.get("in-kept") ?? 0;
  const groups = await countGroups(db, of);
  return {
    signatures: (fateOf.get("in") ?? 0) + kept,
    signaturesLeftOut: countsOf(signatureReasons, fateOf),
    kept,
    ...groups,
    ...(await countLetters(db, of)),
  };
}

const countsOf = <Reason extends string>(reasons: readonly Reason[], counts: ReadonlyMap<string, number>) =>
  Object.fromEntries(reasons.map((reason) => [reason, counts.get(reason) ?? 0])) as Record<Reason, number>;

/** Returns a pack’s signatures for a FROM: `s`, each with its person `p`. */
export const signaturesIn = (of: OfCompany) => sql`signatures s
  join supporters p on p.id = s.supporter_id ${consent("deliver_to_company", of)}
  left join names_awaiting_review n on n.signature_id = s.id
  left join name_reviews r on r.signature_id = s.id
  where s.campaign_id = ${of.campaignId} and s.state = 'confirmed' and c.id is not null
    and n.signature_id is null and (r.id is null or r.state = 'kept')`;

async function countGroups(db: DbOrTx, of: OfCompany) {
  const rows = await db.execute<{ country: string; version: number; count: number }>(sql`
    select p.country, s.petition_version as version, count(*)::int as count
    from ${signaturesIn(of)} group by 1, 2`);
  const sum = (keyOf: (row: (typeof rows)[number]) => string) => {
    const counts: Counts = {};
    for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + row.count;
    return largestFirst(counts);
  };
  return {
    byCountry: sum(({ country }) => country),
    byPetitionVersion: sum(({ version }) => String(version)),
  };
}

export const largestFirst = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));

async function countLetters(db: DbOrTx, of: OfCompany) {
  const rows = await db.execute<{ fate: LetterReason | "in"; state: LetterState; count: number }>(sql`
    select case s.state when 'email_pending' then 'unconfirmed' when 'withdrawn' then 'withdrawn'
      when 'refused' then 'refused'
        else case when c.id is null then 'no-consent'
        when s.hold_reason is not null and s.moderated_at is null then 'held'
        when ${letterIsForAnother(sql`s`)} then 'for-another' else 'in' end end as fate,
      s.state, count(*)::int as count
    from letters s ${consent("deliver_letter", of)}
    where s.campaign_id = ${of.campaignId} and s.company_id = ${companyOf(of)} group by 1, 2
    union all
    select 'erased', 'confirmed', coalesce(sum(erased), 0)::int from letter_counts
    where campaign_id = ${of.campaignId} and company_id = ${companyOf(of)}`);
  const fates = new Map<string, number>();
  for (const { fate, count } of rows) fates.set(fate, (fates.get(fate) ?? 0) + count);
  const inIt = rows.filter(({ fate }) => fate === "in");
  return {
    letters: fates.get("in") ?? 0,
    lettersByState: Object.fromEntries(inIt.map(({ state, count }) => [state, count])),
    lettersLeftOut: countsOf(letterReasons, fates),
  };
}
