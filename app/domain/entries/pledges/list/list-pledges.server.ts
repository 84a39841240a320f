import { type SQL, sql } from "drizzle-orm";
import { type Cursor, keyset, type Sides } from "#app/domain/base/keyset.server.ts";
import { listOpenMeetings, listPledgeMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { type ListedPledge, type ListedState, listedStates, type PledgeFilter } from "./pledge-list.ts";

export type PledgeScope = ListScope & { meetingId: number };

export type PledgePage = Sides & { pledges: ListedPledge[] };

/** The state of a pledge `p` as listed. */
export const listedState = sql`case when p.status <> 'flagged' then p.status::text
  when p.reviewed_at is null then 'waiting' else 'not_accepted' end`;

/** True for a pledge `p`'s newest confirmed version, and for a newer unconfirmed one. */
export const isListed = sql`p.status <> 'superseded' and not exists (
  select 1 from pledges n
  where n.campaign_id = p.campaign_id and n.supporter_id = p.supporter_id and n.meeting_id = p.meeting_id
    and n.kind = p.kind and n.version > p.version and n.status <> 'email_pending')`;

/** Listed columns of a pledge `p` of a supporter `s`, without its holding. */
export const listedPledgeColumns = sql`
  p.public_id as "publicId", p.created_at as "pledgedAt", p.version, s.name, s.email, s.country, p.kind,
  p.holding_form as "holdingForm", p.verification, ${listedState} as state, p.outcome,
  p.fund_outcome as "fundOutcome",
  coalesce((select array_agg(w.willing::text order by w.willing) from pledge_willing w
    where w.pledge_id = p.id), '{}') as willing`;

export const toListedPledge = (row: ListedPledge): ListedPledge => ({
  ...row,
  pledgedAt: new Date(row.pledgedAt).toISOString(),
});

const statusOf: Record<ListedState, SQL> = {
  active: sql`p.status = 'active'`,
  waiting: sql`p.status = 'flagged' and p.reviewed_at is null`,
  email_pending: sql`p.status = 'email_pending'`,
  withdrawn: sql`p.status = 'withdrawn'`,
  not_accepted: sql`p.status = 'flagged' and p.reviewed_at is not null`,
};

function conditionsOf(filter: PledgeFilter): SQL[] {
  const { state, kind, holding, verification, willing, outcome, from, to } = filter;
  return [
    state && statusOf[state],
    kind && sql`p.kind = ${kind}`,
    holding && sql`p.holding_form = ${holding}`,
    verification && sql`p.verification = ${verification}`,
    willing &&
      sql`exists (select 1 from pledge_willing w where w.pledge_id = p.id and w.willing = ${willing})`,
    outcome && sql`p.outcome = ${outcome}`,
    from && sql`p.created_at >= ${from}::timestamp at time zone 'UTC'`,
    to && sql`p.created_at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`,
  ].filter((condition) => typeof condition === "object" && condition !== null);
}

/** Lists a page of a meeting's pledges, newest first, by time and id of a row. Without holdings. */
export async function listPledges(
  db: Db,
  scope: PledgeScope,
  filter: PledgeFilter,
  cursor: Cursor | null,
): Promise<PledgePage> {
  const { beyond, order, limit, page } = keyset({
    cursor,
    columns: [sql`p.created_at`, sql`p.id`],
    placeOf: (publicId) => sql`(select created_at, id from pledges where public_id = ${publicId}
      and campaign_id = ${scope.campaignId} and meeting_id = ${scope.meetingId})`,
  });
  const ofMeeting = sql`p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId}`;
  const conditions = [ofMeeting, maySeeNames(scope), isListed, ...conditionsOf(filter), ...beyond];
  const rows = await db.execute<ListedPledge>(sql`
    select ${listedPledgeColumns} from pledges p join supporters s on s.id = p.supporter_id
    where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${limit}`);
  const { rows: pledges, ...sides } = page(rows.map(toListedPledge), ({ publicId }) => publicId);
  return { pledges, ...sides };
}

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
