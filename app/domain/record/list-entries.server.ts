import { type SQL, sql } from "drizzle-orm";
import { type Cursor, keyset, type Sides } from "#app/domain/base/keyset.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { type AuditKind, type AuditScope, kindOfAction } from "./audit.ts";

export type AuditFilter = {
  scope: AuditScope;
  /** An actor as stored; null: everybody. */
  who: string | null;
  kind: AuditKind | null;
  /** Days in UTC, both included. */
  from: string | null;
  to: string | null;
  subject: string | null;
  cursor: Cursor<number> | null;
};

export type ListedEntry = {
  id: number;
  at: string;
  actor: string;
  /** The organizer's name; null if there is none or they were erased. */
  name: string | null;
  action: string;
  subject: string | null;
  detail: Record<string, unknown>;
  /** Hash of the network, in hex. */
  from: string | null;
  sealed: boolean;
};

export type EntryPage = Sides<number> & { entries: ListedEntry[] };

/** `organizerId`: read only this organizer's entries; null: read all of the campaign's. */
export type AuditReader = { campaignId: number; organizerId: string | null };

const actionsOf = (kind: AuditKind) =>
  Object.entries(kindOfAction).flatMap(([action, its]) => (its === kind ? [action] : []));

/** Conditions on `e`: the entries a reader may see under a filter. */
function entriesOf({ campaignId, organizerId }: AuditReader, filter: AuditFilter): SQL[] {
  const { scope, who, from, to, subject } = filter;
  const conditions =
    scope === "campaign"
      ? [sql`e.campaign_id = ${campaignId}`]
      : [
          sql`e.campaign_id is null`,
          sql`(e.actor not like 'organizer:%' or e.actor in
            (select 'organizer:' || organizer_id from campaign_organizers
              where campaign_id = ${campaignId}))`,
        ];
  if (organizerId !== null) conditions.push(sql`e.actor = ${`organizer:${organizerId}`}`);
  if (who) conditions.push(sql`e.actor = ${who}`);
  if (from) conditions.push(sql`e.at >= ${from}::timestamp at time zone 'UTC'`);
  if (to) conditions.push(sql`e.at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`);
  if (subject)
    conditions.push(sql`(e.subject = ${subject} or jsonb_exists(e.detail -> 'reviews', ${subject}::text))`);
  return conditions;
}

type Row = Omit<ListedEntry, "id" | "at"> & { id: string; at: string };

/** Lists a page of the log, newest first, paged by id. */
export async function listEntries(
  db: DbOrTx,
  reader: AuditReader,
  filter: AuditFilter,
  rowsAPage?: number,
): Promise<EntryPage> {
  const { beyond, order, limit, page } = keyset({
    cursor: filter.cursor,
    columns: [sql`e.id`],
    placeOf: (id) => sql`(${id})`,
    rowsAPage,
  });
  const conditions = [...entriesOf(reader, filter), ...beyond];
  const those = (more: SQL) =>
    sql`(select e.* from audit_entries e where ${sql.join([...conditions, more], sql` and `)}
        order by ${order} limit ${limit})`;
  // Merges the newest entries of each action of a kind. A separate subquery for each action lets the planner
  // know how many there are when it chooses an index.
  const newest = sql.join(
    filter.kind
      ? actionsOf(filter.kind).map((action) => those(sql`e.action = ${action}`))
      : [those(sql`true`)],
    sql` union all `,
  );
  const rows = await db.execute<Row>(sql`
    select e.id, e.at, e.actor, o.name, e.action, e.subject, e.detail, encode(e.from_hash, 'hex') as "from",
      e.id <= (select coalesce(max(to_id), 0) from audit_seals) as sealed
    from (select * from (${newest}) e order by ${order} limit ${limit}) e
    left join organizers o on 'organizer:' || o.id = e.actor
    order by ${order}`);
  const read = rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at).toISOString() }));
  const { rows: entries, ...sides } = page(read, ({ id }) => id);
  return { entries, ...sides };
}

/** Lists everybody of this campaign whose actions can be found. */
export async function listActors(db: DbOrTx, campaignId: number): Promise<{ id: string; name: string }[]> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select 'organizer:' || o.id as id, o.name from campaign_organizers m
    join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} order by o.name, o.id`);
  return [...rows];
}

export type NewestSeal = { id: number; toId: number; sha256: string; sealedAt: string; waiting: boolean };

/** Finds the log's newest seal, and whether entries wait for the next one. */
export async function findNewestSeal(db: DbOrTx): Promise<NewestSeal | null> {
  const [row] = await db.execute<{
    id: string;
    toId: string;
    sha256: string;
    sealedAt: string;
    waiting: boolean;
  }>(sql`
    select id, to_id as "toId", encode(sha256, 'hex') as sha256, sealed_at as "sealedAt",
      exists (select from audit_entries e where e.id > to_id) as waiting
    from audit_seals order by id desc limit 1`);
  if (!row) return null;
  const { sha256, waiting } = row;
  return {
    sha256,
    waiting,
    id: Number(row.id),
    toId: Number(row.toId),
    sealedAt: new Date(row.sealedAt).toISOString(),
  };
}
