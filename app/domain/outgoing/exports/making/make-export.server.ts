import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { notInArray, sql } from "drizzle-orm";
import { DownloadStopped, frozenCampaigns, whyMustStop } from "#app/domain/access/freeze.server.ts";
import { CsvFile, type FileFigures } from "#app/domain/outgoing/exports/formats/csv-file.server.ts";
import { abort, complete } from "#app/domain/outgoing/exports/formats/stream-export.server.ts";
import {
  keepLease,
  LeaseLost,
  leasedUntil,
  releaseLease,
} from "#app/domain/outgoing/exports/lease.server.ts";
import { inFormat } from "#app/domain/outgoing/exports/lists/open-list.server.ts";
import { keptHours, type ListOf } from "#app/domain/outgoing/exports/presets.ts";
import { mayTake, rightFor } from "#app/domain/outgoing/exports/rights.server.ts";
import { pieceAad, pieceLength } from "#app/domain/record/keep-pieces.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import { type Keys, knownIds, seal, unseal } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import {
  gatherRows,
  holdExport,
  type Making,
  nothingYet,
  type Progress,
  readGathered,
} from "./gather-rows.server.ts";

/**
 * Makes the oldest file that an organizer asked to be kept. Any number of workers may do so at once. One
 * whose worker ended is continued from its last piece. False when none waits.
 */
export async function makeExport(db: Db, keys: Keys, stop: AbortSignal, clock: () => Date): Promise<boolean> {
  const making = await begin(db, keys, clock());
  if (making) await make(db, keys, making, { stop, clock });
  return making !== null;
}

type How = { stop: AbortSignal; clock: () => Date };

async function make(db: Db, keys: Keys, making: Making, { stop, clock }: How): Promise<void> {
  if (making.progress.tries > triesAtMost) return abort(db, making, making.progress.holdings, clock());
  const end = keepLease(db, making);
  const taker = { ...making, right: rightFor(making.list) };
  const step = async () => {
    stop.throwIfAborted();
    const why = await whyMustStop(db, taker);
    if (why) throw new DownloadStopped(why);
  };
  let { progress } = making;
  try {
    progress = await gatherRows(db, keys, making, step);
    const figures = await writeFile(db, keys, { ...making, progress }, step);
    await complete(db, making, { ...figures, holdings: progress.holdings }, clock());
    await db.execute(sql`
      delete from file_pieces
      where file = ${making.id} and (piece < 0 or piece * ${pieceLength}::bigint >= ${figures.bytes})`);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    if (stop.aborted) return releaseLease(db, making).then(() => {});
    await abort(db, making, progress.holdings, clock());
    if (!(error instanceof DownloadStopped)) throw error;
    await db.execute(sql`
      with over as (update exports set progress = null where id = ${making.id} and lease_until is null
        returning id)
      delete from file_pieces where file in (select id from over)`);
  } finally {
    end();
  }
}

/** Writes the file from the gathered rows, always with the same bytes: existing pieces stay. */
async function writeFile(
  db: Db,
  keys: Keys,
  making: Making,
  step: () => Promise<void>,
): Promise<FileFigures> {
  const { filter } = making.list;
  const gathered = Readable.from(readGathered(db, keys, making, making.progress.pieces), {
    objectMode: false,
  });
  const { source, cancel, rows } = inFormat(
    { source: gathered, cancel: () => gathered.destroy() },
    filter.format,
  );
  let figures: FileFigures | undefined;
  const file = new CsvFile(source, {
    bom: filter.bom && filter.format === "csv",
    countRows: rows,
    whole: async (found) => {
      figures = found;
    },
    broken: async () => {},
    cancel,
  });
  let piece = 0;
  for await (const plain of inPieces(file)) {
    await step();
    await storePiece(db, keys, making, { piece: piece++, plain });
  }
  if (!figures) throw new Error(`export ${making.id} has no figures`);
  return figures;
}

async function* inPieces(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const block of file) {
    waiting.push(block);
    length += block.length;
    while (length >= pieceLength) {
      const all = Buffer.concat(waiting, length);
      yield all.subarray(0, pieceLength);
      waiting = [all.subarray(pieceLength)];
      length -= pieceLength;
    }
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}

async function storePiece(
  db: Db,
  keys: Keys,
  making: Making,
  { piece, plain }: { piece: number; plain: Buffer },
): Promise<void> {
  const { id, progress } = making;
  const about = pieceAad(id, piece);
  const [there] = await db.execute<{ keyId: string; sealed: Buffer }>(
    sql`select key_id as "keyId", sealed from file_pieces where file = ${id} and piece = ${piece}`,
  );
  if (there && unseal(keys, "file", there, about).equals(plain)) return;
  const { keyId, sealed } = seal(keys, "file", plain, about);
  await db.transaction(async (tx) => {
    await holdExport(tx, making, progress);
    await tx.execute(sql`
      insert into file_pieces (file, piece, key_id, sealed) values (${id}, ${piece}, ${keyId}, ${sealed})
      on conflict (file, piece) do update set key_id = excluded.key_id, sealed = excluded.sealed`);
  });
}

/** Tries in which nothing of a file is stored: after so many it would fail again. */
const triesAtMost = 3;

type Waiting = ListOf & {
  id: string;
  campaignId: number;
  organizerId: string;
  progress: Progress | null;
  pieces: number;
};

/**
 * Marks the oldest waiting one as started, or takes it over from a worker that ended. Waits for erasures
 * under way, and later ones see it as started and wipe it: no file contains anyone erased before it was
 * complete. What was stored counts only if all of it exists. One with a piece whose secret this worker does
 * not have is left to a worker that has it.
 */
async function begin(db: Db, keys: Keys, now: Date): Promise<Making | null> {
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('kept-exports', 0))`);
    const [row] = await tx.execute<Waiting>(sql`
      select e.id, e.campaign_id as "campaignId", e.organizer_id as "organizerId", e.preset, e.filter,
        e.progress,
        (select count(*)::int from file_pieces where file = e.id and piece < 0) as pieces
      from exports e
      where e.kept and e.completed_at is null and e.wiped_at is null and e.organizer_id is not null
        and e.campaign_id not in ${frozenCampaigns}
        and exists (select from campaign_organizers m where m.campaign_id = e.campaign_id
          and m.organizer_id = e.organizer_id and ${mayTake(sql`e.preset`, "m")})
        and e.created_at > ${at}::timestamptz - interval '1 day'
        and not exists (select from file_pieces f
          where f.file = e.id and ${notInArray(sql`f.key_id`, knownIds(keys))})
        and (e.lease_until is null or e.lease_until < now())
        and (e.aborted_at is null or coalesce((e.progress ->> 'tries')::int, 0) < ${triesAtMost})
      order by e.created_at, e.id limit 1 for update skip locked`);
    if (!row) return null;
    const { id, campaignId, organizerId, preset, filter } = row;
    const continues = row.progress !== null && row.progress.pieces === row.pieces;
    const { tries } = row.progress ?? nothingYet;
    const progress = { ...(continues && row.progress ? row.progress : nothingYet), tries: tries + 1 };
    const lease = randomUUID();
    if (!continues) await tx.execute(sql`delete from file_pieces where file = ${id}`);
    await tx.execute(sql`
      update exports set started_at = ${at}, aborted_at = null, rows_so_far = ${progress.rows},
        progress = ${JSON.stringify(progress)}::jsonb, lease_id = ${lease}, lease_until = ${leasedUntil},
        expires_at = ${at}::timestamptz + make_interval(hours => ${keptHours})
      where id = ${id}`);
    const actor: Actor = `organizer:${organizerId}`;
    const list = { preset, filter } as ListOf;
    const detail = { ...list };
    await recordAudit(tx, { actor, action: "export-started", campaignId, subject: id, detail }, now);
    return { id, campaignId, actor, list, lease, progress };
  });
}
