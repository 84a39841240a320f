import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, DbOrTx } from "#db/index.ts";
import { listExports, organizers } from "#db/schema/index.ts";
import { type ListOf, presetsWithHoldings } from "./presets.ts";
import { mayTakeLists } from "./rights.server.ts";

export type ExportState = "asked" | "running" | "aborted" | "completed" | "wiped";

/** Lists a campaign's exports, newest first, of kinds that the organizer may take. The operator sees all. */
export async function listExportsOf(
  db: Db,
  { campaignId, organizerId }: { campaignId: number; organizerId: string | null },
  atMost = 50,
) {
  const askedBy = alias(organizers, "asked_by");
  const rows = await db
    .select({ export: listExports, by: askedBy.name })
    .from(listExports)
    .leftJoin(askedBy, eq(askedBy.id, listExports.organizerId))
    .where(
      and(
        eq(listExports.campaignId, campaignId),
        mayTakeLists({ campaignId, organizerId }, listExports.preset),
      ),
    )
    .orderBy(desc(listExports.createdAt), desc(listExports.id))
    .limit(atMost);

  return rows.map(({ export: row, by }) => ({
    id: row.id,
    ...({ preset: row.preset, filter: row.filter } as ListOf),
    by,
    byOperator: row.organizerId === null,
    mine: row.organizerId === organizerId,
    createdAt: row.createdAt,
    completedAt: row.completedAt,
    rows: row.rows,
    bytes: row.bytes,
    sha256: row.sha256?.toString("hex") ?? null,
    state: stateOf(row),
    kept: row.kept,
    rowsSoFar: row.rowsSoFar,
    rowsExpected: row.rowsExpected,
    expiresAt: row.expiresAt,
    wipedFor: row.wipedFor as "expired" | "erasure" | "organizer" | null,
  }));
}

function stateOf(row: typeof listExports.$inferSelect): ExportState {
  const { startedAt, completedAt, abortedAt, wipedAt } = row;
  if (wipedAt) return "wiped";
  if (completedAt) return "completed";
  if (abortedAt) return "aborted";
  return startedAt ? "running" : "asked";
}

type Taken = { at: Date; by: string; byOperator: boolean };
type Row = { at: string; by: string; byOperator: boolean };

/**
 * Lists the exports that held what somebody tells in one series of versions, or may have: they began while a
 * version was in force or in review, asked for its meeting, its day and its state, and holdings left with
 * them. Lists doubtful ones too: one whose end is not on record, and one that asked for a state which a
 * version that has ended, or was reviewed, may have had then.
 */
export async function listExportsHolding(
  db: DbOrTx,
  { campaignId, series }: { campaignId: number; series: string },
): Promise<Taken[]> {
  const taken = await db.execute<Row>(sql`
    with versions as (
      select p.created_at, p.confirmed_at, m.year,
        coalesce(p.withdrawn_at, (select min(n.confirmed_at) from pledges n
          where n.series = p.series and n.supporter_id = p.supporter_id
            and n.version > p.version)) as ended_at,
        case when p.reviewed_at is not null then null
          when p.status = 'active' then 'active' when p.status = 'flagged' then 'waiting' end as only_state
      from pledges p join meetings m on m.id = p.meeting_id
      where p.series = ${series} and p.campaign_id = ${campaignId}
        and p.kind <> 'fund' and p.confirmed_at is not null),
    story as (
      select x.filter, e.at, e.actor, e.action, lead(e.at) over told as next_at,
        lead(e.action) over told as next, lead(e.action, 2) over told as after_next
      from exports x join audit_entries e on e.subject = x.id and e.action in ${exportActions}
      where x.campaign_id = ${campaignId} and x.preset in ${[...presetsWithHoldings]}
      window told as (partition by x.id order by e.id))
    select e.at, coalesce(o.name, '') as by, e.actor = 'operator' as "byOperator"
    from story e left join organizers o on e.actor = 'organizer:' || o.id
    where e.action = 'export-started'
      and (e.next is null or e.next = 'export-started' or e.after_next = 'holdings-exported')
      and exists (select 1 from versions v where ${mayHold})
    order by e.at desc`);
  return taken.map(({ at, ...who }) => ({ at: new Date(at), ...who }));
}

const exportActions = sql.raw(
  "('export-started', 'export-completed', 'export-aborted', 'holdings-exported')",
);

/** Rows are read when a transfer begins: before its end, and within the two minutes after which it fails. */
const mayHold = sql`
  v.confirmed_at <= greatest(e.at, least(e.next_at, e.at + interval '2 minutes'))
  and (v.ended_at is null or v.ended_at > e.at)
  and e.filter ->> 'state' in ('all', 'active', 'waiting', 'not_accepted')
  and (v.only_state is null or e.filter ->> 'state' in ('all', v.only_state))
  and (e.filter ->> 'meeting' is null or v.year = (e.filter ->> 'meeting')::int)
  and (e.filter ->> 'from' is null
    or v.created_at >= (e.filter ->> 'from')::timestamp at time zone 'UTC')
  and (e.filter ->> 'to' is null
    or v.created_at < ((e.filter ->> 'to')::timestamp + interval '1 day') at time zone 'UTC')`;
