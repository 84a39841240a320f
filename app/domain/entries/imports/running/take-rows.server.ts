import { eq, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { isWithoutAddress } from "#app/domain/entries/imports/import.ts";
import { importLeaseSeconds, type Job, rowsASlice } from "#app/domain/entries/imports/job.ts";
import { outcomeCode, type RowOutcome, tally } from "#app/domain/entries/imports/outcomes.ts";
import { readRow } from "#app/domain/entries/imports/reading/read-row.ts";
import { type FileRow, readRows } from "#app/domain/entries/imports/reading/read-rows.server.ts";
import { wipeFile } from "#app/domain/entries/imports/wipe-imports.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { importAddresses, importOutcomes, imports } from "#db/schema/index.ts";
import { importPaperRows } from "./import-paper-rows.server.ts";
import { importPeople } from "./import-people.server.ts";

/**
 * Runs an import or its dry run: a slice of rows per transaction, with their outcomes. Skips rows that were
 * settled before. Ends early if another worker continued, a stop was requested, the campaign was frozen, or
 * the worker stops.
 */
export async function takeRows(
  db: Db,
  keys: Keys,
  job: Job,
  stop: AbortSignal,
  clock: () => Date,
): Promise<void> {
  const { rows, bytesRead } = readRows(db, keys, job);
  let done = 0;
  let slice: FileRow[] = [];
  // Reads the next slice while one is settled: two are in memory at most.
  let settling = Promise.resolve(true);
  const settle = async () => {
    if (!(await settling) || stop.aborted) return false;
    const here = { from: done - slice.length, slice, bytesRead: bytesRead() };
    settling = settleSlice(db, keys, job, here, clock());
    settling.catch(() => {}); // It is told where it is waited for.
    slice = [];
    return true;
  };
  try {
    for await (const row of rows) {
      done++;
      if (done <= job.rowsDone) continue;
      slice.push(row);
      if (slice.length === rowsASlice && !(await settle())) return;
    }
    if (slice.length > 0 && !(await settle())) return;
  } catch (error) {
    // Settles what was read before the file became unreadable.
    await settling;
    throw error;
  }
  if (await settling) await finish(db, job, done, clock());
}

type Slice = { from: number; slice: FileRow[]; bytesRead: number };

/** True if the slice was settled and the next one may follow. */
async function settleSlice(
  db: Db,
  keys: Keys,
  job: Job,
  { from, slice, bytesRead }: Slice,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const mine = await lock(tx, job, from);
    if (!mine || mine.frozen) return false;
    if (mine.stopAsked) {
      await end(tx, job, now);
      return false;
    }
    const columns = job.reading.columns.length;
    const today = now.toISOString().slice(0, 10);
    const read = slice.map(({ cells }) => readRow(cells, { columns, mapping: job.mapping, today }));
    const outcomes = isWithoutAddress(job.mapping)
      ? await importPaperRows(tx, keys, job, read)
      : await importPeople(tx, keys, job, read, now);
    await store(tx, job, { from, slice, outcomes });
    await tx.execute(sql`
      update imports set rows_done = rows_done + ${slice.length}, bytes_done = ${bytesRead},
        added = added + ${tally(outcomes).added}, known = known + ${tally(outcomes).known},
        refused = refused + ${tally(outcomes).refused},
        lease_until = now() + make_interval(secs => ${importLeaseSeconds})
      where id = ${job.id}`);
    return true;
  });
}

/** Locks the import, if it is still as this worker knows it. */
async function lock(tx: Tx, job: Job, from: number) {
  const [row] = await tx.execute<{ stopAsked: boolean; frozen: boolean }>(sql`
    select stop_asked as "stopAsked", campaign_id in ${frozenCampaigns} as frozen from imports
    where id = ${job.id} and state = ${job.state} and rows_done = ${from} for update`);
  return row;
}

/** Stops on request: a dry run waits again, an import ends with the rows taken so far. */
async function end(tx: Tx, job: Job, now: Date): Promise<void> {
  if (job.state === "trying") {
    await tx.update(imports).set({ state: "received", stopAsked: false }).where(eq(imports.id, job.id));
    return;
  }
  const [ended] = await tx
    .update(imports)
    .set({ state: "cancelled", finishedAt: now })
    .where(eq(imports.id, job.id))
    .returning({ added: imports.added });
  await wipeFile(tx, job, now);
  const entry = { actor: "system", action: "import-stopped", campaignId: job.campaignId } as const;
  const detail = { added: ended?.added ?? 0 };
  await recordAudit(tx, { ...entry, subject: job.publicId, detail }, now);
}

type Settled = { from: number; slice: FileRow[]; outcomes: RowOutcome[] };

async function store(tx: Tx, job: Job, { from, slice, outcomes }: Settled): Promise<void> {
  const values = { outcomes: outcomes.map(outcomeCode), lines: slice.map(({ line }) => line) };
  await tx
    .insert(importOutcomes)
    .values({ importId: job.id, fromRow: from + 1, ...values })
    .onConflictDoUpdate({ target: [importOutcomes.importId, importOutcomes.fromRow], set: values });
}

async function finish(db: Db, job: Job, rows: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const mine = await lock(tx, job, rows);
    if (!mine || mine.frozen) return;
    const state = job.state === "trying" ? ("tried" as const) : ("imported" as const);
    const [ended] = await tx
      .update(imports)
      .set({ state, finishedAt: now, stopAsked: false, bytesDone: job.bytes })
      .where(eq(imports.id, job.id))
      .returning({ added: imports.added, known: imports.known, refused: imports.refused });
    if (state === "tried") {
      await tx.delete(importAddresses).where(eq(importAddresses.importId, job.id));
      return;
    }
    await wipeFile(tx, job, now);
    const entry = { actor: "system", action: "import-completed", campaignId: job.campaignId } as const;
    await recordAudit(tx, { ...entry, subject: job.publicId, detail: { rows, ...ended } }, now);
  });
}
