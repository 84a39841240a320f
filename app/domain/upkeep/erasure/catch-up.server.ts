import { sql } from "drizzle-orm";
import { noteStepBack } from "#app/domain/upkeep/archives/note-step-back.server.ts";
import type { ErasureLine, ErasureLog } from "#app/lib/erasure-record.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import type { ErasurePorts } from "./erase-supporter.server.ts";
import { openMark, raiseMark, raiseMarkTo, recorderOf } from "./erasure-mark.server.ts";
import { eraseListed, reapplyErasures, rememberErased } from "./reapply-erasures.server.ts";

export type CatchUpPorts = {
  keys: Keys;
  log: ErasureLog;
  removeMails: (emailIds: string[]) => Promise<void>;
};

export type CaughtUp = {
  /** The database was behind the log, so it went back in time: sending is paused. */
  wentBack: boolean;
  /** People erased again. */
  erased: number;
  /** Erasures written into the log, which lacked them. */
  added: number;
  /** Numbers of lines of the log that cannot be read. */
  broken: number[];
};

/** Logs what was found, for the operator. */
export function reportCaughtUp(log: Log, { wentBack, erased, added }: CaughtUp): void {
  if (wentBack)
    log.error({ erased }, "the database went back in time: sending is paused until `resume-sending`");
  else if (erased > 0) log.warn({ erased }, "interrupted erasures were done");
  if (added > 0) log.warn({ added }, "the erasure log lacked erasures, which were added");
}

/** Seconds after which an erasure that is in the log alone was interrupted. */
const endsWithin = 600;
/** Seconds after which a mark is written although nothing was sent. */
const markEvery = 3600;

/**
 * Compares the erasure log with the database, and makes both whole. Where the log has counted further, the
 * database went back in time: sending is paused first, then the people are erased again. An erasure that a
 * crash interrupted is done now, without a pause. What the log lacks is added to it. `all`: looks for
 * everyone in the log, not only for those the database does not know. Safe with other processes.
 */
export async function catchUp(
  db: Db,
  { keys, log, removeMails }: CatchUpPorts,
  { all = false }: { all?: boolean } = {},
  now = new Date(),
): Promise<CaughtUp> {
  const { mark, contents } = await openMark(db, log);
  const { lines, newest, broken } = contents;
  const wentBack = newest > mark.number;
  const missing = await listMissing(db, lines);
  if (wentBack) await noteStepBack(db, newest, now);
  const erased =
    wentBack || all
      ? await reapplyErasures(db, { keys, records: lines, removeMails }, now)
      : await finishErasures(db, { keys, records: missing.filter(isOver(now)), removeMails }, now);
  if (wentBack) await raiseMarkTo(db, newest);

  const added = await addTo(db, log, lines);
  if (!wentBack && newest < mark.number) await log.append({ number: mark.number, mark: now.toISOString() });
  if (await isMarkDue(db)) await log.append({ number: await raiseMark(db), mark: now.toISOString() });
  return { wentBack, erased, added, broken };
}

/** Returns what erases people with a record in the log, which the database catches up with first. */
export const erasurePorts = (db: Db, { keys, log, removeMails }: CatchUpPorts): ErasurePorts => ({
  keys,
  removeMails,
  record: recorderOf(db, log, () => catchUp(db, { keys, log, removeMails })),
});

const isOver = (now: Date) => (line: ErasureLine) =>
  Date.parse(line.erasedAt) < now.getTime() - endsWithin * 1000;

/** Does what was cut off. Remembers it last: until then the next comparison finds it again. */
async function finishErasures(db: Db, again: Parameters<typeof eraseListed>[1], now: Date): Promise<number> {
  const erased = await eraseListed(db, again, now);
  await rememberErased(db, again.records);
  return erased;
}

/** Lists lines whose erasure the database does not know. */
export async function listMissing(db: DbOrTx, lines: readonly ErasureLine[]): Promise<ErasureLine[]> {
  const rows = await db.execute<{ place: number }>(sql`
    select t.place::int from jsonb_array_elements(${JSON.stringify(lines)}::jsonb)
        with ordinality as t (line, place)
    where not exists (select from erased_addresses e
      where e.address_hmac = decode(t.line ->> 'addressHmac', 'hex')
        and e.erased_at >= (t.line ->> 'erasedAt')::timestamptz)
    order by 1`);
  return rows.flatMap(({ place }) => lines[place - 1] ?? []);
}

/**
 * Writes erasures into the log that only the database has: another machine's, or those of a lost log.
 * Somebody may have been erased, come back, and been erased again.
 */
async function addTo(db: Db, log: ErasureLog, lines: readonly ErasureLine[]): Promise<number> {
  const known = new Map<string, number>();
  for (const { addressHmac, erasedAt } of lines)
    known.set(addressHmac, Math.max(known.get(addressHmac) ?? 0, Date.parse(erasedAt)));
  const rows = await db.execute<{ addressHmac: string; keyId: string; erasedAt: string }>(sql`
    select encode(address_hmac, 'hex') as "addressHmac", key_id as "keyId", erased_at as "erasedAt"
    from erased_addresses order by erased_at`);
  const lacking = rows.filter(
    ({ addressHmac, erasedAt }) => (known.get(addressHmac) ?? 0) < new Date(erasedAt).getTime(),
  );
  for (const { erasedAt, ...row } of lacking)
    await log.append({ number: await raiseMark(db), ...row, erasedAt: new Date(erasedAt).toISOString() });
  return lacking.length;
}

/** True once something went to many since the last mark, or an hour after it. */
async function isMarkDue(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ due: boolean }>(sql`
    select m.marked_at < now() - make_interval(secs => ${markEvery})
      or exists (select from updates where started_at > m.marked_at)
      or exists (select from letter_dispatches where started_at > m.marked_at)
      or exists (select from petition_notices where queued_at > m.marked_at) as due
    from erasure_mark m`);
  return row?.due ?? false;
}
