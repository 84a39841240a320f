import type { Db } from "#db/index.ts";
import { createReceiptCode } from "./receipt-code.server.ts";
import type { SignInput, Traced } from "./sign.server.ts";
import { consentTextVersion } from "./signature.ts";

/**
 * Stores someone whose address is not known yet, with their signature, consents and the mail to send,
 * in one statement. False when the address is known: nothing was stored then.
 */
export async function signFirst(db: Db, input: SignInput, traced: Traced, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const rows = await db.$client`
    with person as (
      insert into supporters (email_canonical, email, name, country, postal_code, locale, created_at)
      values (${input.email.canonical}, ${input.email.address}, ${input.name}, ${input.country},
        ${input.postalCode}, ${input.locale}, ${at})
      on conflict (email_canonical) do nothing
      returning id
    ), signature as (
      insert into signatures (campaign_id, supporter_id, petition_version, display, listed, comment, source, referrer,
        receipt_code, signed_at, share_link_id)
      select ${input.campaign.id}, id, ${input.campaign.petitionVersion}, ${input.display}, ${input.display !== "anonymous"}, ${input.comment},
        ${input.source}, ${input.referrer}, ${createReceiptCode()}, ${at},
        (select l.id from share_links l where l.campaign_id = ${input.campaign.id} and l.code = ${input.shareCode ?? null}
          for key share)
      from person
      returning id, supporter_id, campaign_id
    ), agreed as (
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      select supporter_id, campaign_id, purpose::consent_purpose, ${consentTextVersion}, ${input.locale}, ${at}
      from signature, unnest(${[...input.consents]}::text[]) as purpose
    ), traced as (
      insert into signature_traces (signature_id, seen_at, block, honeypot, foreign_language, proof)
      select id, ${at}, ${traced.block}, ${traced.honeypot}, ${traced.foreignLanguage}, ${traced.proof}::signature_proof
      from signature
    )
    insert into deliveries (campaign_id, supporter_id, signature_id, template, created_at)
    select campaign_id, supporter_id, id, 'confirm-signature', ${at} from signature
    returning 1`;
  return rows.length > 0;
}
