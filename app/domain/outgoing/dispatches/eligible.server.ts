import { type SQL, sql } from "drizzle-orm";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { meaningIn } from "#app/domain/campaign/petition-signers.server.ts";
import { letterIsFor } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { nameIsFit } from "#app/domain/names/fit-name.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { DispatchKind } from "./dispatch.ts";

/** Condition: person `column` consents to the company getting their letter, or their name. */
const agrees = (
  purpose: "deliver_letter" | "deliver_to_company",
  column: SQL,
  campaignId: SQL,
  company: SQL,
) => sql`exists (select from consents a where a.supporter_id = ${column} and a.campaign_id = ${campaignId}
  and a.company_id = ${company} and a.purpose = ${purpose} and a.revoked_at is null)`;

/** True for a letter `l` that may be handed over: with consent, and reviewed if it was on hold. */
export const letterMayGo = sql`(l.hold_reason is null or l.moderated_at is not null)
  and ${agrees("deliver_letter", sql`l.supporter_id`, sql`l.campaign_id`, sql`l.company_id`)}`;

/** Condition: signature `g` is of a text with the current meaning. Others are counted separately. */
const signedTheMeaning = sql`g.petition_version in (select v.version from campaigns k
  join petition_versions f on f.campaign_id = k.id and f.version = k.petition_version
  join petition_versions v on v.campaign_id = k.id and ${meaningIn("v")} = ${meaningIn("f")}
  where k.id = g.campaign_id)`;

/**
 * True for a signature `g` whose name may be given to a company: confirmed, with consent, checked in name
 * review, not on hold or hidden, and of a text with the current meaning.
 */
const nameMayGo = (company: SQL) => sql`g.state = 'confirmed'
  and ${agrees("deliver_to_company", sql`g.supporter_id`, sql`g.campaign_id`, company)}
  and ${nameIsFit(sql`g.id`)} and ${signedTheMeaning}`;

/** sha256 of name and country of person `s`, as they are now: submitted and approved in this form. */
export const nameSha256 = sql`sha256(convert_to(s.name || chr(10) || s.country, 'UTF8'))`;

/** Builds a condition: the name of signature `g` and person `s` may go and is the one submitted. */
export const nameGoesWith = (dispatchId: SQL | number) => sql`${nameMayGo(
  sql`(select y.company_id from letter_dispatches y where y.id = ${dispatchId})`,
)} and exists (select from letter_names n
  where n.signature_id = g.id and n.dispatch_id = ${dispatchId} and n.approved_sha256 = ${nameSha256})`;

/** Matches letters `l` waiting for a company and in no dispatch. */
export const waitingLetters = (of: OfCompany) => sql`
  l.campaign_id = ${of.campaignId} and l.company_id = ${companyOf(of)} and l.state = 'confirmed'
    and l.dispatch_id is null and ${letterMayGo}`;

/** True for a letter `l` that never bounced from the recipient address of a dispatch. */
const neverCameBackFrom = (dispatchId: number) => sql`not exists (
  select from returned_letters b join letter_parts p on p.id = b.part_id
  join outbox d on d.letter_part_id = p.id and d.state in ('bounced', 'suppressed')
  join letter_dispatches was on was.id = p.dispatch_id
  join letter_dispatches x on x.id = ${dispatchId} join letter_recipients r on r.id = x.recipient_id
  where b.letter_id = l.id and lower(was.recipient_email) = lower(r.email))`;

/**
 * Builds a condition on letters `l` for a draft: those chosen for it, or all that wait. A letter goes only
 * once to an address that returned it.
 */
export const lettersFor = ({
  id,
  kind,
  campaignId,
  companyId,
}: {
  id: number;
  kind: DispatchKind;
  campaignId: number;
  companyId: number;
}) =>
  kind === "individual"
    ? sql`l.campaign_id = ${campaignId} and l.dispatch_id = ${id} and l.state = 'confirmed' and ${letterMayGo}
        and ${isForRecipientOf(id)} and ${neverCameBackFrom(id)}`
    : sql`${waitingLetters({ campaignId, companyId })} and ${isForRecipientOf(id)}
        and ${neverCameBackFrom(id)}`;

/** True for a letter `l` to the recipient of a dispatch. */
const isForRecipientOf = (dispatchId: number) => sql`exists (select from letter_dispatches x
  join letter_recipients r on r.id = x.recipient_id where x.id = ${dispatchId} and ${letterIsFor})`;

/** Matches signatures `g` whose names may go to the company and went in no annex to it. */
export const waitingNames = (of: OfCompany) => sql`
  g.campaign_id = ${of.campaignId} and ${nameMayGo(companyOf(of))} and ${inNoAnnex(of)}`;

const inNoAnnex = (of: OfCompany) => sql`not exists (select from letter_names n
  where n.signature_id = g.id and n.company_id = ${companyOf(of)})`;

export type Waiting = {
  /** Letters that the next consolidated dispatch takes. */
  letters: number;
  /** Names that it takes. */
  names: number;
  /** Names with consent that are left out: not reviewed yet, or asked about or hidden by an organizer. */
  namesLeftOut: number;
  /** Letters on hold. */
  lettersOnHold: number;
};

/** Counts what waits to go to a company, and what is left out, for a page before a dispatch is drafted. */
export async function countWaiting(db: DbOrTx, of: OfCompany): Promise<Waiting> {
  const { campaignId } = of;
  const [row] = await db.execute<Waiting>(sql`
    select (select count(*)::int from letters l where ${waitingLetters(of)}) as letters,
      (select count(*)::int from letters l where l.campaign_id = ${campaignId}
        and l.company_id = ${companyOf(of)}
        and l.state = 'confirmed' and l.hold_reason is not null and l.moderated_at is null)
          as "lettersOnHold",
      (select count(*)::int from signatures g where ${waitingNames(of)}) as names,
      (select count(*)::int from signatures g join (
          select signature_id from names_awaiting_review union
          select signature_id from name_reviews where campaign_id = ${campaignId} and state <> 'kept') unfit
          on unfit.signature_id = g.id
        where g.campaign_id = ${campaignId} and g.state = 'confirmed'
          and ${agrees("deliver_to_company", sql`g.supporter_id`, sql`g.campaign_id`, companyOf(of))}
        and ${inNoAnnex(of)}) as "namesLeftOut"`);
  return row ?? { letters: 0, names: 0, namesLeftOut: 0, lettersOnHold: 0 };
}
