import { pipeline } from "node:stream/promises";
import { eq, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { filePieces, listExports } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { PieceWriter } from "../files/keep-pieces.server.ts";
import { BrokenOff, breakWhenOver, frozenCampaigns } from "./frozen.server.ts";
import { openList } from "./open-list.server.ts";
import { keptHours, type ListOf } from "./presets.ts";
import { mayTake, rightFor } from "./rights.server.ts";
import { type StartedExport, streamExport } from "./stream-export.server.ts";
import { wipeExpired } from "./wipe-exports.server.ts";

/**
 * Makes the files that organizers asked to be kept, one after the other, and removes those whose time is over. Any
 * number of workers may do so at once. Returns how many were made.
 */
export async function makeExports(
  db: Db,
  keys: Keys,
  stop: AbortSignal,
  clock = () => new Date(),
): Promise<number> {
  await wipeExpired(db, clock());
  for (let made = 0; ; made++) {
    const started = stop.aborted ? null : await begin(db, clock());
    if (!started) return made;
    await makeOne(db, keys, started, stop, clock);
  }
}

async function makeOne(db: Db, keys: Keys, started: StartedExport, stop: AbortSignal, clock: () => Date) {
  const list = await streamExport(db, started, () => openList(db, keys, started), clock);
  const into = new PieceWriter(db, keys, started.id, {
    stored: async () => {
      await db.update(listExports).set({ rowsSoFar: list.rows }).where(eq(listExports.id, started.id));
    },
  });
  try {
    await pipeline(breakWhenOver(db, { ...started, right: rightFor(started.list) }, list), into, {
      signal: stop,
    });
    await settlePieces(db, started.id, list.rows);
  } catch (error) {
    await into.idle();
    await db.delete(filePieces).where(eq(filePieces.file, started.id));
    // What was wiped while it was made is on record already, and a stopping worker leaves it to the next one.
    const [row] = await db.select().from(listExports).where(eq(listExports.id, started.id));
    if (!row?.wipedAt && !stop.aborted && !(error instanceof BrokenOff)) throw error;
  }
}

/**
 * It is on record as complete before its last piece is stored, and may have been wiped in between: an erasure under way
 * is waited for, and what it did not see goes too.
 */
async function settlePieces(db: Db, id: string, rows: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(listExports).where(eq(listExports.id, id)).for("update");
    if (row?.wipedAt) await tx.delete(filePieces).where(eq(filePieces.file, id));
    else await tx.update(listExports).set({ rowsSoFar: rows }).where(eq(listExports.id, id));
  });
}

/** Times a file is tried: what fails so often fails again. */
const triesAtMost = 3;

/**
 * Marks the oldest one that waits as started. Waits for erasures under way, and those that begin later see it as
 * started and wipe it: no file holds anyone who was erased before it was whole.
 */
async function begin(db: Db, now: Date): Promise<StartedExport | null> {
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('kept-exports', 0))`);
    const [row] = await tx.execute<ListOf & { id: string; campaign_id: number; organizer_id: string }>(sql`
      update exports set started_at = ${at}, aborted_at = null, rows_so_far = 0,
        expires_at = ${at}::timestamptz + make_interval(hours => ${keptHours})
      where id = (select e.id from exports e
        where e.kept and e.completed_at is null and e.wiped_at is null and e.organizer_id is not null
          and e.campaign_id not in ${frozenCampaigns}
          and exists (select from campaign_organizers m where m.campaign_id = e.campaign_id
            and m.organizer_id = e.organizer_id and ${mayTake(sql`e.preset`, "m")})
          and e.created_at > ${at}::timestamptz - interval '1 day'
          and (e.started_at is null or e.started_at < ${at}::timestamptz - interval '1 hour'
            or e.aborted_at >= e.started_at and (select count(*) from audit_entries a
              where a.subject = e.id and a.action = 'export-started') < ${triesAtMost})
        order by e.created_at, e.id limit 1 for update skip locked)
      returning id, campaign_id, organizer_id, preset, filter`);
    if (!row) return null;
    await tx.delete(filePieces).where(eq(filePieces.file, row.id));
    const { id, campaign_id: campaignId, organizer_id, preset, filter } = row;
    const actor = `organizer:${organizer_id}` as const;
    const list = { preset, filter } as ListOf;
    await recordAudit(
      tx,
      { actor, action: "export-started", campaignId, subject: id, detail: { ...list } },
      now,
    );
    return { id, campaignId, actor, list };
  });
}
