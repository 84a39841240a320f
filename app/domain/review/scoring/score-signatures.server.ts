import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { type AddressMarks, markAddress, markName } from "./address-marks.ts";
import { type CrowdKind, type Group, groupKey, readCrowds, waitInMs } from "./read-crowds.server.ts";
import { type Facts, type Scored, scoreSignature } from "./score.ts";
import { holdsFrom } from "./signal.ts";
import { hashWith, keyOf, readDayKeys } from "./traces.server.ts";

/** `atOnce`: signatures scored in one transaction. */
type ScoreOptions = { now?: Date; stop?: AbortSignal; atOnce?: number };

/**
 * Scores signatures that are new, were confirmed, or whose group grew, in pieces, and puts those on hold that
 * look made by a program. Decisions of organizers stay. Returns how many were scored and put on hold. Safe
 * with other workers and with people who confirm, withdraw or are erased: locked persons are scored the next
 * time.
 */
export async function scoreSignatures(
  db: Db,
  { now = new Date(), stop, atOnce = 500 }: ScoreOptions = {},
): Promise<{ scored: number; onHold: number }> {
  const done = { scored: 0, onHold: 0 };
  while (!stop?.aborted) {
    const piece = await db.transaction((tx) => scorePiece(tx, now, atOnce));
    done.scored += piece.scored;
    done.onHold += piece.onHold;
    if (piece.grown.length > 0) await scoreAgain(db, piece.grown);
    if (piece.scored === 0) break;
  }
  return done;
}

type Row = {
  id: string;
  campaign: number;
  seenAt: string;
  block: Buffer | null;
  honeypot: boolean;
  foreignLanguage: boolean;
  proof: Facts["proof"];
  email: string;
  name: string;
  /** Milliseconds from the first form to its confirmation; null until then. */
  wait: number | null;
};

type Waiting = Row & { marks: AddressMarks; groups: Group[] };

const isConfirmed = ({ wait }: Pick<Row, "wait">) => wait !== null;

/**
 * Crowds are of confirmed signatures alone: anyone can type any address, and what nobody confirmed must not
 * count against its neighbors. One that is not confirmed is scored by the crowds it would join.
 *
 * New signatures come first: while scoring is behind, a crowd grows many times, and its earlier members are
 * then scored again once, at the end. Locks persons first, like everything that changes their data; skips
 * those that are locked.
 */
async function scorePiece(tx: Tx, now: Date, atOnce: number) {
  const rows = await tx.execute<Row>(sql`
    select t.signature_id as id, s.campaign_id as campaign, t.seen_at as "seenAt", t.block, t.honeypot,
      t.foreign_language as "foreignLanguage", t.proof, p.email_canonical as email,
      p.name, ${waitInMs} as wait
    from signature_traces t join signatures s on s.id = t.signature_id
    join supporters p on p.id = s.supporter_id
    where t.scored_at is null
    order by t.rescores > 0, t.signature_id limit ${atOnce} for update of p skip locked`);
  if (rows.length === 0) return { scored: 0, onHold: 0, grown: [] };

  const keys = await readDayKeys(tx);
  const waiting = rows.map((row) => withGroups(row, keyOf(keys, new Date(row.seenAt))));
  const added = await storeGroups(tx, waiting.filter(isConfirmed));
  const groups = new Map(waiting.flatMap((row) => row.groups).map((group) => [groupKey(group), group]));
  const crowds = await readCrowds(
    tx,
    [...groups.values()].filter(({ kind }) => kind !== "relay"),
  );
  // What a signature that is not confirmed yet would join, itself included.
  const joined = new Map([...crowds].map(([key, crowd]) => [key, { ...crowd, size: crowd.size + 1 }]));
  const ofDay = await countDays(tx, waiting);
  const scored = waiting.map((row) => ({
    id: row.id,
    campaign: row.campaign,
    ...scoreSignature({
      honeypot: row.honeypot,
      foreignLanguage: row.foreignLanguage,
      proof: row.proof,
      marks: row.marks,
      wait: row.wait,
      ofDay: ofDay.get(dayKey(row)) ?? 0,
      crowds: Object.fromEntries(
        row.groups.map((group) => [group.kind, (isConfirmed(row) ? crowds : joined).get(groupKey(group))]),
      ),
    }),
  }));
  await tx.execute(sql`
    update signature_traces set scored_at = ${now.toISOString()}::timestamptz
    where signature_id = any (${sql.param(rows.map(({ id }) => id))}::bigint[])`);
  const onHold = await hold(
    tx,
    scored.filter(({ score }) => score >= holdsFrom),
    now,
  );
  const grown = [...groups].filter(([key]) => {
    const size = crowds.get(key)?.size ?? 0;
    return level(size) > level(size - (added.get(key) ?? 0));
  });
  return { scored: rows.length, onHold, grown: grown.map(([, group]) => group) };
}

function withGroups(row: Row, key: Buffer | undefined): Waiting {
  const marks = markAddress(row.email);
  const shared: Partial<Record<CrowdKind, string | null>> = {
    domain: marks.domain,
    series: marks.series,
    alias: marks.alias,
    relay: marks.relay,
    name: markName(row.name) || null,
  };
  const hashes = Object.entries(shared).map(
    ([kind, what]) => [kind, key && what ? hashWith(key, kind, what) : null] as const,
  );
  const groups = [["block", row.block] as const, ...hashes].flatMap(([kind, hash]) =>
    hash ? [{ campaign: row.campaign, kind: kind as CrowdKind, hash: hash.toString("hex") }] : [],
  );
  return { ...row, marks, groups };
}

/** Stores what each confirmed one shares with others, and returns how many in each group are new. */
async function storeGroups(tx: Tx, waiting: readonly Waiting[]): Promise<Map<string, number>> {
  const all = waiting.flatMap(({ id, seenAt, groups }) => groups.map((group) => ({ id, seenAt, ...group })));
  const rows = await tx.execute<Group & { added: boolean }>(sql`
    insert into trace_groups as g (campaign_id, kind, hash, signature_id, seen_at)
    select campaign, kind::trace_group_kind, decode(hash, 'hex'), id, seen_at::timestamptz
    from unnest(${sql.param(all.map(({ campaign }) => campaign))}::int[],
      ${sql.param(all.map(({ kind }) => kind))}::text[],
      ${sql.param(all.map(({ hash }) => hash))}::text[], ${sql.param(all.map(({ id }) => id))}::bigint[],
      ${sql.param(all.map(({ seenAt }) => new Date(seenAt).toISOString()))}::text[])
        as a (campaign, kind, hash, id, seen_at)
    on conflict (signature_id, kind) do update set hash = excluded.hash, seen_at = excluded.seen_at
      where (g.hash, g.seen_at) is distinct from (excluded.hash, excluded.seen_at)
    returning campaign_id as campaign, kind::text as kind, encode(hash, 'hex') as hash`);
  const added = new Map<string, number>();
  for (const row of rows) added.set(groupKey(row), (added.get(groupKey(row)) ?? 0) + 1);
  return added;
}

const dayKey = ({ campaign, seenAt }: Pick<Row, "campaign" | "seenAt">) =>
  `${campaign} ${new Date(seenAt).toISOString().slice(0, 10)}`;

/** Larger crowds are counted as this. */
const countedAtMost = 200_000;

/** Counts confirmed signatures by campaign and day, for the days that are checked. */
async function countDays(tx: Tx, rows: readonly Row[]): Promise<Map<string, number>> {
  const days = [...new Set(rows.map(dayKey))].map((key) => key.split(" "));
  const counted = await tx.execute<{ key: string; signed: number }>(sql`
    select d.campaign || ' ' || d.day as key, (select count(*)::int from (
      select from signatures s
      where s.campaign_id = d.campaign and s.state in ('confirmed', 'quarantined', 'invalidated')
        and s.signed_at >= d.day::timestamp at time zone 'UTC'
        and s.signed_at < (d.day::timestamp + interval '1 day') at time zone 'UTC'
        limit ${countedAtMost}) of_day) as signed
    from unnest(${sql.param(days.map(([campaign]) => Number(campaign)))}::int[],
      ${sql.param(days.map(([, day]) => day ?? ""))}::text[]) as d (campaign, day)`);
  return new Map(counted.map(({ key, signed }) => [key, signed]));
}

/** From this size on, a crowd weighs hardly more as it grows. */
const largeCrowd = 160;

/**
 * The level rises as a crowd grows by a fifth while small, doubles when large. At each level the whole crowd
 * is scored again, so that its first members are found with its last.
 */
function level(size: number): number {
  if (size < 5) return size >= 2 ? 1 : 0;
  const small = 4 * Math.log2(Math.min(size, largeCrowd) / 5);
  return 2 + Math.floor(small + Math.max(0, Math.log2(size / largeCrowd)));
}

/** Queues the other members of grown crowds for scoring, except those on hold or decided. */
async function scoreAgain(db: Db, grown: readonly Group[]): Promise<void> {
  await db.execute(sql`
    with others as materialized (
      select t.signature_id from signature_traces t
      where t.scored_at is not null and t.rescores < 1000
        and not exists (select from signature_reviews r where r.signature_id = t.signature_id)
        and t.signature_id in (select g.signature_id
          from unnest(${sql.param(grown.map(({ campaign }) => campaign))}::int[],
          ${sql.param(grown.map(({ kind }) => kind))}::text[],
          ${sql.param(grown.map(({ hash }) => hash))}::text[])
            as w (campaign, kind, hash)
          join trace_groups g on g.campaign_id = w.campaign and g.kind = w.kind::trace_group_kind
            and g.hash = decode(w.hash, 'hex'))
      order by t.signature_id for update of t skip locked)
    update signature_traces t set scored_at = null, rescores = t.rescores + 1 from others o
    where o.signature_id = t.signature_id`);
}

type Found = Scored & { id: string; campaign: number };

/**
 * Puts signatures on hold: those that count stop counting; a pending one is on hold once it is confirmed.
 * Decided ones stay as they are. Their persons must be locked. Returns how many are newly on hold.
 */
async function hold(tx: Tx, found: readonly Found[], now: Date): Promise<number> {
  if (found.length === 0) return 0;
  const ids = sql.param(found.map(({ id }) => id));
  const at = now.toISOString();
  const rows = await tx.execute<{ isNew: boolean }>(sql`
    insert into signature_reviews as r (signature_id, campaign_id, reasons, score, found_at)
    select f.id, f.campaign, string_to_array(f.reasons, ','), f.score, ${at}::timestamptz
    from unnest(${ids}::bigint[], ${sql.param(found.map(({ campaign }) => campaign))}::int[],
      ${sql.param(found.map(({ reasons }) => reasons.join()))}::text[],
      ${sql.param(found.map(({ score }) => score))}::smallint[]) as f (id, campaign, reasons, score)
    on conflict (signature_id) do update set reasons = excluded.reasons, score = excluded.score
      where r.state = 'queued' and r.score < excluded.score
    returning r.found_at = ${at}::timestamptz as "isNew"`);
  await tx.execute(sql`
    update signatures s set state = 'quarantined'
    where s.id = any (${ids}::bigint[]) and s.state = 'confirmed'
      and exists (select from signature_reviews r where r.signature_id = s.id and r.state = 'queued')`);
  return rows.filter(({ isNew }) => isNew).length;
}
