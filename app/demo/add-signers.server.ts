import { sql } from "drizzle-orm";
import { canonicalAddress } from "#app/domain/base/address.ts";
import {
  insertSignatures,
  type NewSignature,
} from "#app/domain/entries/signatures/insert-signatures.server.ts";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import type { Tx } from "#db/index.ts";
import type { DemoCampaign } from "./campaign.ts";
import type { DemoSigner } from "./people.ts";

/** Signatures stored by one statement. */
const atOnce = 500;

/** Stores signatures as the form does, then confirmations and withdrawals. */
export async function addSigners(
  tx: Tx,
  campaign: DemoCampaign,
  signers: readonly DemoSigner[],
): Promise<void> {
  for (let from = 0; from < signers.length; from += atOnce)
    await insertSignatures(
      tx,
      signers.slice(from, from + atOnce).map((signer) => asSignature(campaign, signer)),
    );
  const proven = signers.filter(({ confirmedAt }) => confirmedAt);
  await tx.execute(sql`
    with proven as (
      select p.id, c.at::timestamptz, c.gone::timestamptz
      from unnest(${sql.param(proven.map(({ email }) => email))}::text[],
        ${sql.param(proven.map(({ confirmedAt }) => confirmedAt?.toISOString()))}::text[],
        ${sql.param(proven.map(({ withdrawnAt }) => withdrawnAt?.toISOString() ?? null))}::text[])
          as c (email, at, gone)
      join supporters p on p.email = c.email
    ), person as (
      update supporters p set confirmed_at = proven.at from proven where p.id = proven.id
    ), agreed as (
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      select s.supporter_id, s.campaign_id, purpose, ${consentTextVersion}, p.locale, proven.at
      from proven join signatures s on s.supporter_id = proven.id join supporters p on p.id = proven.id,
        unnest(s.asked_consents) as purpose
    ), receipt as (
      insert into outbox (campaign_id, supporter_id, signature_id, template, created_at)
      select s.campaign_id, s.supporter_id, s.id, 'receipt', proven.at
      from proven join signatures s on s.supporter_id = proven.id
    )
    update signatures s set state = 'confirmed', confirmed_at = proven.at, asked_consents = null
    from proven where s.supporter_id = proven.id`);
  const gone = signers.filter(({ withdrawnAt }) => withdrawnAt);
  await tx.execute(sql`
    update signatures s set state = 'withdrawn', withdrawn_at = c.at::timestamptz
    from unnest(${sql.param(gone.map(({ email }) => email))}::text[],
      ${sql.param(gone.map(({ withdrawnAt }) => withdrawnAt?.toISOString()))}::text[]) as c (email, at)
    join supporters p on p.email = c.email where s.supporter_id = p.id`);
}

const asSignature = (campaign: DemoCampaign, signer: DemoSigner): NewSignature => ({
  input: {
    campaign: { id: campaign.id, petitionVersion: campaign.petitionVersion },
    name: signer.name,
    email: { address: signer.email, canonical: canonicalAddress(signer.email) },
    country: signer.country,
    postalCode: null,
    comment: signer.comment,
    display: signer.display,
    source: signer.source,
    referrer: null,
    locale: signer.locale,
    consents: signer.consents,
  },
  traced: { block: null, honeypot: signer.isOfSeries, foreignLanguage: false, proof: "not-asked" },
  at: signer.signedAt,
});
