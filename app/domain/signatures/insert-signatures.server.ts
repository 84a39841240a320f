import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Db } from "#db/index.ts";
import { createReceiptCode } from "./receipt-code.server.ts";
import type { SignInput, Traced } from "./sign.server.ts";
import { consentTextVersion } from "./signature.ts";

export type NewSignature = {
  input: Omit<SignInput, "trace">;
  traced: Traced;
  at: Date;
  /** The same, sealed: what waits for the worker where the address is known. */
  form: { publicId: string; addressHmac: Buffer; keyId: string; sealed: Buffer };
};

/**
 * Stores signatures in one statement. Those of new addresses get their person, consents, trace and confirmation email;
 * of the others the sealed form is kept for the worker, so that all are answered by the same commit.
 */
export async function insertSignatures(db: Db, rows: readonly NewSignature[]): Promise<void> {
  const { sql: text, params } = dialect.sqlToQuery(insertStatement(rows));
  // Prepared, which drizzle's own `execute` is not: planning takes longer than storing one signature.
  await db.$client.unsafe(text, params as string[], { prepare: true });
}

const dialect = new PgDialect();

export const insertStatement = (rows: readonly NewSignature[]): SQL => sql`
    with asked as materialized (
      select * from json_to_recordset((${JSON.stringify(rows.map(asJson))}::text)::json) as t (
        n int, email_canonical text, email text, name text, country text, postal_code text, locale text,
        campaign_id bigint, petition_version int, display signature_display, comment text, source text,
        referrer text, receipt_code text, share_code text, consents consent_purpose[], at timestamptz, block bytea,
        honeypot boolean, foreign_language boolean, proof signature_proof,
        form_id uuid, address_hmac bytea, key_id text, sealed bytea)
    ), first_asked as (
      select distinct on (email_canonical) * from asked order by email_canonical, n
    ), person as (
      -- In one order, so that two groups with the same addresses cannot wait for each other.
      insert into supporters (email_canonical, email, name, country, postal_code, locale, created_at)
      select email_canonical, email, name, country, postal_code, locale, at from first_asked order by email_canonical
      on conflict (email_canonical) do nothing
      returning id, email_canonical
    ), new as (
      select person.id as supporter_id, first_asked.* from person join first_asked using (email_canonical)
    ), signature as (
      insert into signatures (campaign_id, supporter_id, petition_version, display, listed, comment, source, referrer,
        receipt_code, signed_at, share_link_id)
      select campaign_id, supporter_id, petition_version, display, display <> 'anonymous', comment, source, referrer,
        receipt_code, at,
        (select l.id from share_links l where l.campaign_id = new.campaign_id and l.code = new.share_code for key share)
      from new
      returning id, supporter_id, campaign_id
    ), agreed as (
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      select supporter_id, campaign_id, purpose, ${consentTextVersion}, locale, at
      from new, unnest(new.consents) as purpose
    ), traced as (
      insert into signature_traces (signature_id, seen_at, block, honeypot, foreign_language, proof)
      select signature.id, new.at, block, honeypot, foreign_language, proof from signature join new using (supporter_id)
    ), mailed as (
      insert into deliveries (campaign_id, supporter_id, signature_id, template, created_at)
      select signature.campaign_id, supporter_id, signature.id, 'confirm-signature', new.at
      from signature join new using (supporter_id)
    )
    insert into waiting_forms (public_id, kind, address_hmac, key_id, sealed, posted_at)
    select form_id, 'signature', address_hmac, key_id, sealed, at from asked
    where not exists (select from new where new.n = asked.n)
    order by n`;

const asJson = ({ input, traced, at, form }: NewSignature, n: number) => ({
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
  at,
  block: traced.block && `\\x${traced.block}`,
  honeypot: traced.honeypot,
  foreign_language: traced.foreignLanguage,
  proof: traced.proof,
  form_id: form.publicId,
  address_hmac: asBytea(form.addressHmac),
  key_id: form.keyId,
  sealed: asBytea(form.sealed),
});

const asBytea = (bytes: Buffer) => `\\x${bytes.toString("hex")}`;
