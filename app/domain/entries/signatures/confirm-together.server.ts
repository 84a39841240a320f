import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { ReservedSql } from "postgres";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import { countedSignatures } from "#app/domain/campaign/petition-signers.server.ts";
import { changedParts, type DigestOfPage } from "#app/domain/entries/entry-digest.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type ConfirmOutcome, confirmSignature } from "./confirm-signature.server.ts";
import { consentTextVersion, type SignatureDisplay } from "./signature.ts";
import { agreedOnceConfirmed, signatureParts } from "./signature-parts.ts";

type Ports = {
  keys: Keys;
  /** Called for a group that failed, with the error. */
  onFailure: (error: unknown) => void;
};
type Asked = { publicId: string; page: DigestOfPage; at: Date } & Ports;

/** One group is confirmed at a time, while the next one forms. */
const confirmInGroup = createGroupCommitOf(confirmGroup, { atOnce: 1, atMost: 100 });

/**
 * Confirms a signature as `confirmSignature` does, in one transaction with all that are confirmed at that
 * moment. What is no plain case, and all of a group that fails, is confirmed alone: confirming twice changes
 * nothing.
 */
export async function confirmTogether(
  db: Db,
  ports: Ports,
  publicId: string,
  page: DigestOfPage,
  now = new Date(),
): Promise<ConfirmOutcome> {
  if (await confirmInGroup(db, { publicId, page, at: now, ...ports }))
    return { outcome: "confirmed", publicId };
  return confirmSignature(db, ports.keys, publicId, now, page);
}

/** Returns which were confirmed. If a signature occurs twice, only the first can be. */
async function confirmGroup(sql: ReservedSql, asked: readonly Asked[]): Promise<boolean[]> {
  const first = new Map(asked.toReversed().map((one) => [one.publicId, one]));
  try {
    const confirmed = await confirmPlain(sql, first);
    return asked.map((one) => confirmed.has(one.publicId) && first.get(one.publicId) === one);
  } catch (error) {
    asked[0]?.onFailure(error);
    return asked.map(() => false);
  }
}

type Plain = {
  id: string;
  publicId: string;
  campaignId: number;
  supporterId: string;
  shareLinkId: string | null;
  petitionVersion: number;
  comment: string | null;
  display: SignatureDisplay;
  name: string;
  email: string;
  country: string;
  postalCode: string | null;
  locale: string;
  purposes: ConsentPurpose[];
  nameTo: number[];
  askedConsents: ConsentPurpose[] | null;
  askedCompanyIds: number[] | null;
  firstCompanyId: number;
};

/**
 * Confirms those that wait as their pages displayed them, never had a receipt, and that no consent of an
 * import or of an earlier text precedes. Leaves out people who are locked, so a group waits only for share
 * links and counters.
 *
 * The transaction is two round trips: what does not need an answer of the database is sent with what comes
 * before it.
 */
async function confirmPlain(sql: ReservedSql, asked: ReadonlyMap<string, Asked>): Promise<Set<string>> {
  const ids = [...asked.keys()];
  try {
    // Reads their data in a later statement, which begins once they are locked.
    const [, persons, waiting] = await Promise.all([sql`begin`, lockPersons(sql, ids), readPlain(sql, ids)]);
    const locked = new Set(persons.map(({ id }) => id));
    const rows = waiting.flatMap((row) => {
      const one = locked.has(row.supporterId) ? asked.get(row.publicId) : undefined;
      const parts = signatureParts(row, agreedOnceConfirmed(row, row));
      return one && !changedParts(parts, one.page) ? [asRow(row, one)] : [];
    });
    const [confirmed] = await Promise.all([rows.length === 0 ? [] : confirm(sql, rows), sql`commit`]);
    return new Set(confirmed.map(({ publicId }) => publicId));
  } catch (error) {
    await sql`rollback`.catch(() => {});
    throw error;
  }
}

const lockPersons = (sql: ReservedSql, ids: readonly string[]) =>
  sql<{ id: string }[]>`
    select id from supporters
    where id in (select supporter_id from signatures where public_id = any (${ids}::uuid[])
      and state = 'pending')
    order by id for update skip locked`;

const readPlain = (sql: ReservedSql, ids: readonly string[]) =>
  sql<Plain[]>`
    select s.id, s.public_id as "publicId", s.campaign_id as "campaignId", s.supporter_id as "supporterId",
      s.share_link_id as "shareLinkId", s.petition_version as "petitionVersion", s.comment, s.display,
      p.name, p.email, p.country, p.postal_code as "postalCode",
      p.locale, to_jsonb(s.asked_consents) as "askedConsents", s.asked_company_ids as "askedCompanyIds",
      k.target_id as "firstCompanyId", coalesce(held.purposes, '[]') as purposes,
      coalesce(held."nameTo", '[]') as "nameTo"
    from signatures s join supporters p on p.id = s.supporter_id join campaigns k on k.id = s.campaign_id
      cross join lateral (select jsonb_agg(c.purpose) as purposes,
        jsonb_agg(c.company_id) filter (where c.purpose = 'deliver_to_company') as "nameTo"
        from consents c where c.supporter_id = s.supporter_id and c.campaign_id = s.campaign_id
          and c.revoked_at is null) held
    where s.public_id = any (${ids}::uuid[]) and s.state = 'pending' and s.import_id is null
      and not exists (select from outbox d where d.supporter_id = s.supporter_id and d.signature_id = s.id
        and d.template = 'receipt')
      and (not s.listed or coalesce('public_name' = any (s.asked_consents), false)
        and not exists (select from consents c where c.supporter_id = s.supporter_id
          and c.campaign_id = s.campaign_id and c.purpose = 'public_name' and c.revoked_at is null
          and c.text_version <> ${consentTextVersion}))`;

const signaturesOfCampaign = new PgDialect().sqlToQuery(countedSignatures(sql`those.campaign_id`)).sql;

const confirm = (sql: ReservedSql, rows: readonly ReturnType<typeof asRow>[]) =>
  sql<{ publicId: string }[]>`
    with asked as materialized (
      select id, campaign_id, supporter_id, share_link_id, at::timestamptz, address_hmacs::bytea[]
      from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ campaignId }) => campaignId)}::int[],
        ${rows.map(({ supporterId }) => supporterId)}::bigint[],
        ${rows.map(({ shareLinkId }) => shareLinkId)}::bigint[], ${rows.map(({ at }) => at)}::text[],
        ${rows.map(({ addressHmacs }) => addressHmacs)}::text[])
        as t (id, campaign_id, supporter_id, share_link_id, at, address_hmacs)
    ), plain as materialized (
      -- One that looked wrong while it was pending waits for an organizer; its owner is told nothing else.
      select asked.*, exists (select from signature_reviews r
        where r.signature_id = asked.id and r.state = 'queued') as held
      from asked where not exists (select from erased_signatures e
        where e.campaign_id = asked.campaign_id and e.address_hmac = any (asked.address_hmacs))
    ), links as materialized (
      select id, supporter_id from share_links where id in (select share_link_id from plain)
      order by id for no key update
    ), arrived as (
      update share_links l set arrived = l.arrived + came.n
      from (select links.id, count(*)::int as n from links
        join plain on plain.share_link_id = links.id and plain.supporter_id <> links.supporter_id
        group by links.id) came
      where l.id = came.id
    ), proved as (
      update supporters p set confirmed_at = plain.at from plain
      where p.id = plain.supporter_id and p.confirmed_at is null
    ), agreed as (
      insert into consents (supporter_id, campaign_id, purpose, company_id, text_version, locale, granted_at)
      select s.supporter_id, s.campaign_id, purpose, company, ${consentTextVersion}, p.locale, plain.at
      from plain join signatures s on s.id = plain.id join supporters p on p.id = plain.supporter_id,
        unnest(s.asked_consents) as purpose cross join lateral unnest(case purpose when 'deliver_to_company'
          then coalesce(s.asked_company_ids, array[(select target_id from campaigns
            where id = s.campaign_id)])
          else '{null}' end::int[]) as company
      -- One that was removed while a form was on its way gets no name.
      where company is null or exists (select from campaign_companies o
        where o.campaign_id = s.campaign_id and o.company_id = company)
      on conflict (supporter_id, campaign_id, purpose, coalesce(company_id, 0)) where revoked_at is null
      do nothing
    ), counted as (
      select those.campaign_id, ${sql.unsafe(signaturesOfCampaign)} as signatures
      from (select distinct campaign_id from plain) those
    ), mailed as (
      insert into outbox (campaign_id, supporter_id, signature_id, count_then, template, created_at)
      select plain.campaign_id, supporter_id, id,
        signatures + row_number() over (partition by plain.campaign_id order by id), 'receipt', at
      from plain join counted using (campaign_id)
    ), scored_again as (
      update signature_traces t set scored_at = null from plain
      where t.signature_id = plain.id and t.scored_at is not null
    )
    update signatures s set state = case when plain.held then 'quarantined'
      else 'confirmed' end::signature_state,
      confirmed_at = plain.at, asked_consents = null, asked_company_ids = null, share_link_id = null
    -- The cast keeps the planner off the index of pending signatures, long in a wave: ids find them.
    from plain where s.id = plain.id and s.state::text = 'pending'
      -- Links are locked before signatures and counters, as everywhere.
      and (select count(*) from links) >= 0
    returning s.public_id as "publicId"`;

const asRow = ({ id, campaignId, supporterId, shareLinkId, email }: Plain, { keys, at }: Asked) => ({
  id,
  campaignId,
  supporterId,
  shareLinkId,
  at: at.toISOString(),
  addressHmacs: asByteaArray(hashesOfAddress(keys, email)),
});

const asByteaArray = (all: readonly Buffer[]) => `{${all.map((one) => `"\\\\x${one.toString("hex")}"`)}}`;
