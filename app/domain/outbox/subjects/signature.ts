import { sql } from "drizzle-orm";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import type { Subject } from "#app/domain/outbox/content.server.ts";
import { isOver } from "#app/domain/outbox/too-old.ts";
import type { Row, Writing } from "#app/domain/outbox/writing.server.ts";
import { askedSince, formAskedSince, signatureOf } from "#app/domain/queue/asked-since.ts";

export type Signed = {
  signatureId: string;
  supporterId: number;
  display: SignatureDisplay;
  receiptCode: string;
  /** How many had signed when it was queued; null if that was not stored. */
  countThen: number | null;
  signedAt: string;
  /** Since when the days to confirm it run. */
  askedSince: string;
  confirmedAt: string | null;
  hasPostalCode: boolean;
  hasComment: boolean;
  hasSource: boolean;
  summary: string;
  petitionVersion: number;
  publishedAt: string;
  updates: boolean;
  /** The campaign's companies in order, and whether each gets the name. */
  given: { name: string; agreed: boolean }[];
};

/** True for consents in force, and for those that confirming would give. */
const agreesTo = (
  purpose: string,
  granted = sql``,
  asked = sql``,
) => sql`(coalesce(${sql.raw(`'${purpose}'`)} = any (g.asked_consents) ${asked}, false)
  or exists (select from consents a where a.supporter_id = s.id
  and a.campaign_id = c.id and a.purpose = ${sql.raw(`'${purpose}'`)} and a.revoked_at is null ${granted}))`;

const isAsked = sql`and y.id = any (coalesce(g.asked_company_ids, array[c.target_id]))`;

const isLater = sql`f.words is not null`;

/** Since when its days run. A later form's end with its signature's, but an imported one is never purged. */
const since = sql`case when ${isLater} and g0.state = 'imported' then f.asked_since
  else least(${askedSince(signatureOf("g0"))}, f.asked_since) end`;

export const signature: Subject<Signed> = {
  // An email that asks to confirm is about one form; a reminder about the newest.
  joins: sql`join signatures g0 on g0.id = d.signature_id
    left join lateral (select f.words
        || jsonb_build_object('public_id', f.public_id, 'signed_at', f.posted_at) as words,
        ${formAskedSince} as asked_since
      from signature_forms f where f.signature_id = d.signature_id and f.words <> '{}'
        and (f.email_id = d.id or d.template = 'confirm-reminder') order by f.id desc limit 1) f on true
    cross join lateral (select (one.row).* from (select case when f.words is null then g0
      else jsonb_populate_record(g0, f.words) end as row offset 0) one) g`,
  columns: sql`coalesce(f.words ->> 'email', s.email) as "to",
    coalesce(f.words ->> 'locale', s.locale) as locale, g.public_id as "signatureId", 
    g.supporter_id::float8 as "supporterId", g.display,
    g.receipt_code as "receiptCode",
    d.count_then as "countThen", g.signed_at as "signedAt", ${since} as "askedSince",
    g.confirmed_at as "confirmedAt",
    s.postal_code is not null as "hasPostalCode", g.comment is not null as "hasComment",
    coalesce(g.source, g.referrer) is not null as "hasSource", v.summary, v.version as "petitionVersion",
    v.published_at as "publishedAt", ${agreesTo("updates")} as updates,
    (select json_agg(json_build_object('name', coalesce(y.names ->> s.locale, y.name),
        'agreed', ${agreesTo("deliver_to_company", sql`and a.company_id = y.id`, isAsked)}) order by o.place)
      from campaign_companies o join targets y on y.id = o.company_id where o.campaign_id = c.id) as given`,
  further: sql`left join petition_versions v on v.campaign_id = g.campaign_id
    and v.version = g.petition_version`,
};

// Most are younger: their emails are not read.
export const waitsNoLonger = sql`g.state not in ('pending', 'imported')
  or ((${isLater} or ${isOver(sql`g0.signed_at`)}) and ${isOver(since)})`;
export const countsNoLonger = sql`g.state not in ('confirmed', 'quarantined')`;

/** Reads the petition in its reader's words, and what a signer typed. */
export function signedPetition(row: Row & Signed) {
  const { petitionVersion: version, translated } = row;
  const summary =
    row.summary &&
    (translated?.signed.get(version)?.summary ?? translated?.known.get(row.summary) ?? row.summary);
  return {
    petition: { summary, version, publishedAt: new Date(row.publishedAt) },
    display: row.display,
    consents: {
      updates: row.updates,
      nameTo: row.given.filter(({ agreed }) => agreed).map(({ name }) => name),
      nameNotTo: row.given.filter(({ agreed }) => !agreed).map(({ name }) => name),
    },
    stored: { postalCode: row.hasPostalCode, comment: row.hasComment, source: row.hasSource },
  };
}

/** Describes a confirmed signature; null if not confirmed. */
export function confirmedSignature(row: Row & Signed, { common, url }: Writing) {
  const { name, confirmedAt, receiptCode } = row;
  if (!confirmedAt) return null;
  const manageUrl = url("/manage");
  return {
    ...common,
    ...signedPetition(row),
    name,
    confirmedAt: new Date(confirmedAt),
    receiptCode,
    manageUrl,
  };
}
