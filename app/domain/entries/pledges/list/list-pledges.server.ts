import { type SQL, sql } from "drizzle-orm";
import { type ListSource, pagesOf, since, until } from "#app/domain/base/list.server.ts";
import { listOpenMeetings, listPledgeMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { searchByPerson } from "#app/domain/entries/search-by-person.server.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import {
  type ListedPledge,
  type ListedState,
  listedStates,
  type PledgeFilter,
  pledgeFilters,
} from "./pledge-list.ts";

export type PledgeScope = ListScope & { meetingId: number };

/** The state of a pledge `p` as listed. */
export const listedState = sql`case when p.status <> 'flagged' then p.status::text
  when p.reviewed_at is null then 'waiting' else 'not_accepted' end`;

/** True for a pledge `p`'s newest confirmed version, and for a newer unconfirmed one. */
export const isListed = sql`p.status <> 'superseded' and not exists (
  select 1 from pledges n
  where n.campaign_id = p.campaign_id and n.supporter_id = p.supporter_id and n.meeting_id = p.meeting_id
    and n.kind = p.kind and n.version > p.version and n.status <> 'email_pending')`;

const statusOf: Record<ListedState, SQL> = {
  active: sql`p.status = 'active'`,
  waiting: sql`p.status = 'flagged' and p.reviewed_at is null`,
  email_pending: sql`p.status = 'email_pending'`,
  withdrawn: sql`p.status = 'withdrawn'`,
  not_accepted: sql`p.status = 'flagged' and p.reviewed_at is not null`,
};

/** A meeting's pledges, without their holdings. */
const source: ListSource<PledgeScope, ListedPledge, typeof pledgeFilters> = {
  table: sql`pledges`,
  row: sql`p`,
  person: sql`s`,
  columns: sql`
    p.public_id as "publicId", p.created_at as "pledgedAt", p.version, s.name, s.email, s.country, p.kind,
    p.holding_form as "holdingForm", p.verification, ${listedState} as state, p.outcome,
    p.fund_outcome as "fundOutcome",
    coalesce((select array_agg(w.willing::text order by w.willing) from pledge_willing w
      where w.pledge_id = p.id), '{}') as willing`,
  time: sql`created_at`,
  of: ({ campaignId, meetingId }) => sql`p.campaign_id = ${campaignId} and p.meeting_id = ${meetingId}`,
  allowed: maySeeNames,
  isListed,
  where: {
    state: (state) => statusOf[state],
    kind: (kind) => sql`p.kind = ${kind}`,
    holding: (holding) => sql`p.holding_form = ${holding}`,
    verification: (verification) => sql`p.verification = ${verification}`,
    willing: (willing) =>
      sql`exists (select 1 from pledge_willing w where w.pledge_id = p.id and w.willing = ${willing})`,
    outcome: (outcome) => sql`p.outcome = ${outcome}`,
    from: since(sql`p.created_at`),
    to: until(sql`p.created_at`),
  },
  toRow: (row) => ({ ...row, pledgedAt: new Date(row.pledgedAt).toISOString() }),
};

export const listPledges = pagesOf("pledges", source);

export const pledgeList = {
  name: "pledges" as const,
  filters: pledgeFilters,
  page: listPledges,
  noted: (_chosen: PledgeFilter, { year }: PledgeScope & { year: number }) => ({ year }),
};

/** Finds pledges for one meeting by a part of the address or name. */
export const searchPledges = searchByPerson("pledges", source);

/**
 * Counts the pledges for a meeting by state, from indexes: a version in force or pending is always the
 * newest, and only a withdrawn one can be behind a later version.
 */
export async function countPledges(db: Db, scope: PledgeScope): Promise<Record<ListedState, number>> {
  const those = sql`p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId}
    and exists (select 1 from campaign_organizers
      where campaign_id = ${scope.campaignId} and organizer_id = ${scope.organizerId})`;
  const rows = await db.execute<{ state: ListedState; n: number }>(sql`
    select p.status::text as state, count(*)::int as n from pledges p
    where ${those} and p.status in ('active', 'email_pending') group by p.status
    union all
    select ${listedState} as state, count(*)::int as n from pledges p
    where ${those} and p.status = 'flagged' group by 1
    union all
    select 'withdrawn' as state, count(*)::int as n from pledges p
    where ${those} and p.status = 'withdrawn' and not exists (
      select 1 from pledges n
      where n.campaign_id = p.campaign_id and n.meeting_id = p.meeting_id and n.series = p.series
        and n.version > p.version and n.version > 1 and n.status <> 'email_pending')`);
  const counted = new Map(rows.map(({ state, n }) => [state, n]));
  return Object.fromEntries(listedStates.map((state) => [state, counted.get(state) ?? 0])) as Record<
    ListedState,
    number
  >;
}

/** Counts pledges in force for the meetings the campaign takes pledges for: a sum of totals. */
export async function countPledgesInForce(db: Db, campaignId: number, companyId?: number): Promise<number> {
  const listed =
    companyId === undefined
      ? await listPledgeMeetings(db, campaignId)
      : await listOpenMeetings(db, campaignId, companyId);
  const ids = listed.map(({ id }) => id);
  const [row] = await db.execute<{ n: number }>(sql`
    select coalesce(sum(holders), 0)::int as n from pledge_totals
    where campaign_id = ${campaignId} and meeting_id = any (${sql.param(ids)}::bigint[])
      and ballot_item_id is null`);
  return row?.n ?? 0;
}
