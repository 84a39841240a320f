import { and, eq, sql } from "drizzle-orm";
import { frozenCampaigns, type LetIn, piecesWhileAllowed } from "#app/domain/access/freeze.server.ts";
import { isComplete, readPieces } from "#app/domain/record/read-pieces.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaignOrganizers, listExports } from "#db/schema/index.ts";
import { type ListOf, presetsWithHoldings } from "./presets.ts";
import { mayTake, rightFor } from "./rights.server.ts";

type OnExport = { id: string; campaignId: number; organizerId: string };

/** A finished file, which can be read from any byte. */
export type KeptFile = { list: ListOf; createdAt: Date; bytes: number; sha256: string };

/** Finds a kept file for the organizer who requested it. Null: not theirs, or not kept. */
export async function findKept(
  db: Db,
  { id, campaignId, organizerId }: OnExport,
  now = new Date(),
): Promise<KeptFile | { outcome: "being-made" | "over" } | null> {
  const [found] = await db
    .select({ export: listExports })
    .from(listExports)
    .innerJoin(campaignOrganizers, eq(campaignOrganizers.campaignId, listExports.campaignId))
    .where(
      and(
        eq(listExports.id, id),
        eq(listExports.campaignId, campaignId),
        eq(listExports.organizerId, organizerId),
        eq(listExports.kept, true),
        eq(campaignOrganizers.organizerId, organizerId),
        mayTake(listExports.preset),
        sql`${listExports.campaignId} not in ${frozenCampaigns}`,
      ),
    );
  if (!found) return null;
  const { preset, filter, createdAt, completedAt, wipedAt, expiresAt, bytes, sha256 } = found.export;
  if (wipedAt || (expiresAt && expiresAt <= now)) return { outcome: "over" };
  if (!completedAt || bytes === null || !sha256) return { outcome: "being-made" };
  if (!(await isComplete(db, id, bytes))) return { outcome: "over" };
  return { list: { preset, filter } as ListOf, createdAt, bytes, sha256: sha256.toString("hex") };
}

/** Reads bytes `from` to `to` of a kept file. The download is logged before the first one goes out. */
export async function downloadKept(
  db: Db,
  keys: Keys,
  { id, campaignId, organizerId, list, by }: OnExport & { list: ListOf; by?: LetIn },
  range: { from: number; to: number },
  now = new Date(),
): Promise<AsyncGenerator<Buffer>> {
  const actor = `organizer:${organizerId}` as const;
  await recordAudit(db, { actor, action: "export-fetched", campaignId, subject: id, detail: range }, now);
  const taker = { campaignId, actor, right: rightFor(list), by } as const;
  return piecesWhileAllowed(db, taker, readPieces(db, keys, id, range));
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
