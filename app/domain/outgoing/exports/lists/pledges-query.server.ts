import { type SQL, sql } from "drizzle-orm";
import { isCoFiler } from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { isListed, listedState } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import {
  type ColumnOf,
  columnsOf,
  holdsHoldings,
  type PledgeExportFilter,
  type PledgePreset,
} from "#app/domain/outgoing/exports/presets.ts";

/** A row of pledges: cells by column, position in the order, and the holding as stored. */
export type PledgeRow = Record<string, string | null> & {
  at: string;
  id: string;
  meeting_id: string;
  sealed_shares: Buffer | null;
  sealed_bucket: Buffer | null;
  key_id: string | null;
};

/** The last row of a page: the next one begins after it. */
export type Place = Pick<PledgeRow, "at" | "id" | "meeting_id">;

const second = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`);
const utc = (column: SQL) => sql`to_char(${column} at time zone 'UTC', ${second})`;
const inForce = (purpose: string) => sql`(select c.text_version from consents c
  where c.supporter_id = p.supporter_id and c.campaign_id = p.campaign_id
    and c.purpose = ${purpose} and c.revoked_at is null
    and (c.company_id is null or c.company_id = m.target_id))`;
const yes = (text: SQL) => sql`case when ${text} is null then 'no' else 'yes' end`;

/** What fills each column, except holdings, which the database cannot decrypt. */
const cells: Record<ColumnOf<PledgePreset> | "company", SQL> = {
  pledge_id: sql`p.public_id::text`,
  version: sql`p.version::text`,
  pledged_at_utc: utc(sql`p.created_at`),
  confirmed_at_utc: utc(sql`p.confirmed_at`),
  name: sql`s.name`,
  email: sql`s.email`,
  country: sql`s.country`,
  language: sql`s.locale`,
  meeting: sql`m.year::text`,
  kind: sql`p.kind::text`,
  holding_form: sql`case when p.kind <> 'fund' then p.holding_form::text end`,
  shares: sql`null`,
  shares_bucket: sql`null`,
  held_since_month: sql`to_char(p.held_since_month, 'YYYY-MM')`,
  tenure_bucket: sql`p.tenure_bucket::text`,
  account_flags: sql`array_to_string(p.account_flags, ' ')`,
  held_on_record_date: sql`p.held_on_record_date::text`,
  standing_instruction: sql`p.standing_instruction::text`,
  intention: sql`(select i.intention::text from pledge_intentions i
    where i.pledge_id = p.id and i.ballot_item_id is null)`,
  item_intentions: sql`(select string_agg(concat(b.number || '. ', b.title, ': ', i.intention), ' | '
      order by b.number, b.id)
    from pledge_intentions i join ballot_items b on b.id = i.ballot_item_id where i.pledge_id = p.id)`,
  willing: sql`(select string_agg(w.willing::text, ' ' order by w.willing) from pledge_willing w
    where w.pledge_id = p.id)`,
  verification: sql`p.verification::text`,
  verified_at_utc: utc(sql`p.verified_at`),
  display: sql`p.display::text`,
  comment: sql`p.comment`,
  fund_manager: sql`p.fund_manager`,
  email_opt_in: yes(inForce("updates")),
  contact_opt_in: yes(inForce("contact_cofile")),
  consent_version: inForce("pledge"),
  disclosure_version: sql`p.disclosure_version`,
  status: listedState,
  outcome: sql`p.outcome::text`,
  outcome_at_utc: utc(sql`p.outcome_at`),
  fund_outcome: sql`case when p.kind = 'fund' then p.fund_outcome::text end`,
  fund_outcome_at_utc: utc(sql`p.fund_outcome_at`),
  co_filer_state: sql`coalesce(f.state::text, 'interested')`,
  co_filer_since_utc: utc(sql`f.changed_at`),
  company: sql`(select slug from targets where id = m.target_id)`,
};

const rowsAPage = 500;

/**
 * Selects a page of a file of pledges: by meeting, in the order of pledging, so that the same data gives the
 * same bytes. `until`: versions up to this id. Holdings come only with the preset that has them, of pledges
 * in force or in review.
 */
export function pledgesPage(
  campaignId: number,
  { preset, filter }: { preset: PledgePreset; filter: PledgeExportFilter },
  { after, until }: { after: Place | null; until: number | null },
): SQL {
  const { state, meeting, company, from, to } = filter;
  const conditions = [sql`p.campaign_id = ${campaignId}`];
  if (preset === "pledges-co-filers") conditions.push(isCoFiler);
  else conditions.push(isListed, ...(state === "all" ? [] : [sql`${listedState} = ${state}`]));
  if (company) conditions.push(sql`m.target_id = (select id from targets where slug = ${company})`);
  if (meeting !== null) conditions.push(sql`m.year = ${meeting}`);
  if (from) conditions.push(sql`p.created_at >= ${from}::timestamp at time zone 'UTC'`);
  if (to) conditions.push(sql`p.created_at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`);
  if (until !== null) conditions.push(sql`p.id <= ${until}`);
  if (after) {
    conditions.push(sql`(p.meeting_id, p.created_at, p.id)
      > (${after.meeting_id}::int, ${after.at}::timestamptz, ${after.id}::bigint)`);
  }
  const names = columnsOf({ preset, filter }) as (keyof typeof cells)[];
  const columns = names.map((name) => sql`${cells[name]} as ${sql.identifier(name)}`);
  const readable = (column: SQL) =>
    holdsHoldings(preset) ? sql`case when p.status in ('active', 'flagged') then ${column} end` : sql`null`;
  return sql`
    select ${sql.join(columns, sql`, `)}, p.created_at::text as at, p.id::text as id,
      p.meeting_id::text as meeting_id, ${readable(sql`p.shares_enc`)} as sealed_shares,
      ${readable(sql`p.bucket_enc`)} as sealed_bucket, ${readable(sql`p.key_id`)} as key_id
    from pledges p
    join supporters s on s.id = p.supporter_id
    join meetings m on m.id = p.meeting_id
    left join co_filers f on f.series = p.series
    where ${sql.join(conditions, sql` and `)}
    order by p.meeting_id, p.created_at, p.id limit ${rowsAPage}`;
}
