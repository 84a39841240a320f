import { sql } from "drizzle-orm";
import type { Trace } from "#app/domain/entries/trace.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Tx } from "#db/index.ts";
import { createReceiptCode } from "./receipt-code.server.ts";
import type { SignatureDisplay } from "./signature.ts";

export type SignInput = {
  campaign: { id: number; petitionVersion: number };
  name: string;
  email: { address: string; canonical: string };
  country: string;
  postalCode: string | null;
  comment: string | null;
  display: SignatureDisplay;
  source: string | null;
  /** The code of the personal share link they came by. */
  shareCode?: string | null;
  referrer: string | null;
  locale: string;
  consents: readonly ConsentPurpose[];
  /** The companies that get the name, if agreed; null: the first. */
  companyIds?: readonly number[] | null;
};

/** What a request reveals about its sender, as stored. `block` is a keyed hash as hex. */
export type Traced = Omit<Trace, "network"> & { block: string | null };

/** `at`: the time it is stored with. `postedAt`: when its form was posted, if that was earlier. */
export type NewSignature = { input: SignInput; traced: Traced; at: Date; postedAt?: Date };

/**
 * Stores those of new addresses in one statement: person, signature, trace and the email that asks to
 * confirm. What a form agrees to waits with its signature. Returns which of the rows were stored. The others,
 * and all but the first of one address, are of somebody known.
 */
export async function insertSignatures(tx: Tx, rows: readonly NewSignature[]): Promise<Set<number>> {
  const stored = await tx.execute<{ n: number }>(statement(rows));
  return new Set(stored.map(({ n }) => n));
}

const statement = (rows: readonly NewSignature[]) => sql`
    with asked as materialized (
      select * from json_to_recordset((${JSON.stringify(rows.map(asJson))}::text)::json) as t (
        n int, email_canonical text, email text, name text, country text, postal_code text, locale text,
        campaign_id bigint, petition_version int, display signature_display, comment text, source text,
        referrer text, receipt_code text, share_code text, consents consent_purpose[],
        company_ids int[], at timestamptz, posted_at timestamptz, block bytea,
        honeypot boolean, foreign_language boolean, proof signature_proof)
    ), first_asked as (
      select distinct on (email_canonical) * from asked order by email_canonical, n
    ), person as (
      -- Ordered, so that two groups with the same addresses cannot deadlock.
      insert into supporters (email_canonical, email, name, country, postal_code, locale, created_at)
      select email_canonical, email, name, country, postal_code, locale, at from first_asked
      order by email_canonical
      on conflict (email_canonical) do nothing
      returning id, email_canonical
    ), new as (
      select person.id as supporter_id, first_asked.* from person join first_asked using (email_canonical)
    ), signature as (
      insert into signatures (campaign_id, supporter_id, petition_version, display, listed, comment, source,
        referrer,
        receipt_code, signed_at, posted_at, asked_consents, asked_company_ids, share_link_id)
      select campaign_id, supporter_id, petition_version, display, display <> 'anonymous', comment, source,
        referrer, receipt_code, at, posted_at, consents, company_ids,
        (select l.id from share_links l where l.campaign_id = new.campaign_id and l.code = new.share_code
          for key share)
      from new
      returning id, supporter_id, campaign_id
    ), traced as (
      insert into signature_traces (signature_id, seen_at, block, honeypot, foreign_language, proof)
      select signature.id, new.at, block, honeypot, foreign_language, proof from signature join new
      using (supporter_id)
    ), mailed as (
      insert into outbox (campaign_id, supporter_id, signature_id, template, lane, created_at)
      select signature.campaign_id, supporter_id, signature.id, 'confirm-signature', 'asked', new.at
      from signature join new using (supporter_id)
    )
    select n from new`;

const asJson = ({ input, traced, at, postedAt = at }: NewSignature, n: number) => ({
  n,
  email_canonical: input.email.canonical,
  email: input.email.address,
  name: input.name,
  country: input.country,
  postal_code: input.postalCode,
  locale: input.locale,
  campaign_id: input.campaign.id,
  petition_version: input.campaign.petitionVersion,
  display: input.display,
  comment: input.comment,
  source: input.source,
  referrer: input.referrer,
  receipt_code: createReceiptCode(),
  share_code: input.shareCode ?? null,
  consents: input.consents,
  company_ids: input.companyIds ?? null,
  at,
  posted_at: postedAt < at ? postedAt : null,
  block: traced.block && `\\x${traced.block}`,
  honeypot: traced.honeypot,
  foreign_language: traced.foreignLanguage,
  proof: traced.proof,
});
