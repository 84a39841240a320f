import { and, eq, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { importLeaseSeconds, type Job, rowsASlice } from "#app/domain/entries/imports/job.ts";
import { Unreadable } from "#app/domain/entries/imports/reading/read-rows.server.ts";
import { wipeFile } from "#app/domain/entries/imports/wipe-imports.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { anyOf, deleteUnneeded } from "#app/domain/supporters/delete-person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";
import { waitsUntil } from "./receive-import.server.ts";
import { takeRows } from "./take-rows.server.ts";

/**
 * Works on the oldest import that waits for it: tries, takes in or undoes, slice by slice, and continues
 * where a worker was killed. Any number of workers may do so at once. False when none waits.
 */
export async function runImport(db: Db, keys: Keys, stop: AbortSignal, clock: () => Date): Promise<boolean> {
  const job = await claim(db);
  if (!job) return false;
  try {
    if (job.state === "undoing") await undoRows(db, job, stop, clock);
    else await takeRows(db, keys, job, stop, clock);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.problem === "secret-missing") await hold(db, job, clock());
    else await fail(db, job, error, clock());
  } finally {
    await db.update(imports).set({ leaseUntil: null }).where(eq(imports.id, job.id));
  }
  return true;
}

/** Claims the oldest job without a worker. Leases use the database's clock, which all workers share. */
async function claim(db: Db): Promise<Job | null> {
  const [job] = await db.execute<Job>(sql`
    update imports i set lease_until = now() + make_interval(secs => ${importLeaseSeconds})
    from campaigns c
    where c.id = i.campaign_id and i.id = (
      select id from imports
      where state in ('trying', 'importing', 'undoing') and (lease_until is null or lease_until < now())
        and campaign_id not in ${frozenCampaigns}
      order by id limit 1 for update skip locked)
    returning i.id::float8 as id, i.public_id as "publicId", i.number, i.campaign_id as "campaignId", i.state,
      i.rows_done as "rowsDone", i.bytes::float8 as bytes, i.reading, i.mapping,
      i.agreed_on::text as "agreedOn", i.updates_for as "updatesFor", c.languages[1] as locale,
      c.petition_version as "petitionVersion"`);
  return job ?? null;
}

/**
 * Stops because the secret that sealed its file is missing. The file waits for another dry run or, if an
 * import had begun, for `resumeImport`, which continues with the next row.
 */
async function hold(db: Db, job: Job, now: Date): Promise<void> {
  const problem = "secret-missing";
  await db.transaction(async (tx) => {
    const [locked] = await tx
      .update(imports)
      .set({
        state: job.state === "trying" ? "received" : "failed",
        problem,
        problemLine: null,
        finishedAt: now,
        stopAsked: false,
        expiresAt: waitsUntil(now),
      })
      .where(and(eq(imports.id, job.id), eq(imports.state, job.state)))
      .returning({ added: imports.added });
    if (!locked) return;
    const added = job.state === "importing" ? locked.added : 0;
    const entry = { actor: "system", action: "import-stopped", campaignId: job.campaignId } as const;
    await recordAudit(tx, { ...entry, subject: job.publicId, detail: { problem, added } }, now);
  });
}

/** Stops because the rest of its file is unreadable. What was imported stays until an undo. */
async function fail(db: Db, job: Job, { problem, line }: Unreadable, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const [failed] = await tx
      .update(imports)
      .set({ state: "failed", problem, problemLine: line, finishedAt: now })
      .where(and(eq(imports.id, job.id), eq(imports.state, job.state)))
      .returning({ added: imports.added });
    if (!failed) return;
    await wipeFile(tx, job, now);
    const added = job.state === "importing" ? failed.added : 0;
    const entry = { actor: "system", action: "import-stopped", campaignId: job.campaignId } as const;
    await recordAudit(tx, { ...entry, subject: job.publicId, detail: { problem, added } }, now);
  });
}

/**
 * Removes what an import brought, a slice per transaction. Signatures that were confirmed here since,
 * withdrawn or invalidated stay; those signed here since but unconfirmed wait for confirmation like any
 * other. Consents from the import end; those that people gave themselves stay.
 */
async function undoRows(db: Db, job: Job, stop: AbortSignal, clock: () => Date): Promise<void> {
  // Continues after rows already checked, since many of them may stay.
  const after = { signature: 0, consent: 0 };
  while (!stop.aborted) {
    const more = await db.transaction(async (tx) => {
      const mine = await lock(tx, job);
      if (!mine) return false;
      if (mine.stopAsked) {
        await end(tx, job, clock());
        return false;
      }
      const { seen, gone, stay } = await undoSlice(tx, job, after);
      if (seen === 0 && (await endConsents(tx, job, after, clock())) === 0) {
        await finish(tx, job, clock());
        return false;
      }
      await tx.execute(sql`
        update imports set undone = undone + ${gone}, stay = stay + ${stay},
          lease_until = now() + make_interval(secs => ${importLeaseSeconds})
        where id = ${job.id}`);
      return true;
    });
    if (!more) return;
  }
}

async function lock(tx: Tx, job: Job) {
  const [row] = await tx.execute<{ stopAsked: boolean }>(sql`
    select stop_asked as "stopAsked" from imports
    where id = ${job.id} and state = 'undoing' and campaign_id not in ${frozenCampaigns} for update`);
  return row;
}

/** Stops on request: what is left stays until the undo continues. */
async function end(tx: Tx, job: Job, now: Date): Promise<void> {
  const [ended] = await tx
    .update(imports)
    .set({ state: "cancelled", finishedAt: now, stopAsked: false })
    .where(eq(imports.id, job.id))
    .returning({ undone: imports.undone });
  const entry = { actor: "system", action: "import-stopped", campaignId: job.campaignId } as const;
  await recordAudit(tx, { ...entry, subject: job.publicId, detail: { undone: ended?.undone ?? 0 } }, now);
}

type After = { signature: number; consent: number };
type Undone = { seen: number; gone: number; stay: number };

/** Undoes a slice. Returns how many rows it read, removed, and left waiting for their own confirmation. */
async function undoSlice(tx: Tx, job: Job, after: After): Promise<Undone> {
  const paper = await tx.execute(sql`
    delete from paper_signatures where id in (
      select id from paper_signatures where import_id = ${job.id} order by id limit ${rowsASlice})
    returning 1`);
  if (paper.length > 0) return { seen: paper.length, gone: paper.length, stay: 0 };

  const brought = await tx.execute<Brought>(sql`
    select id::float8 as id, supporter_id::float8 as "supporterId" from signatures
    where import_id = ${job.id} and id > ${after.signature} and state = 'imported' order by id
    limit ${rowsASlice}`);
  if (brought.length === 0) return { seen: 0, gone: 0, stay: 0 };
  after.signature = brought.at(-1)?.id ?? 0;
  const ids = brought.map(({ supporterId }) => supporterId);
  const people = anyOf(ids);
  await tx.execute(sql`select id from supporters where id = ${people} order by id for update`);

  const rows = anyOf(brought.map(({ id }) => id));
  let undone: Undone = { seen: brought.length, gone: 0, stay: 0 };
  // Files of their emails are swept within the hour.
  await deleteUnneeded(tx, ids, async (tx) => {
    const gone = await tx.execute(sql`
      delete from signatures where id = ${rows} and state = 'imported' and asked_consents is null
      returning 1`);
    await tx.execute(sql`
      delete from consents where supporter_id = ${people} and import_id + 0 = ${job.id}
        and supporter_id not in (
          select supporter_id from signatures
          where supporter_id = ${people} and import_id + 0 = ${job.id} and state <> 'imported')`);
    // Those who have signed here since keep an unconfirmed signature, with what they ticked themselves.
    const asked = await tx.execute(sql`
      update signatures set state = 'pending', import_id = null where id = ${rows} and state = 'imported'
      returning 1`);
    undone = { ...undone, gone: gone.length, stay: asked.length };
  });
  return undone;
}

type Brought = { id: number; supporterId: number };

/** For those who stay: ends consents that only the import gave. Returns how many. */
async function endConsents(tx: Tx, job: Job, after: After, now: Date): Promise<number> {
  const ended = await tx.execute<{ person: number }>(sql`
    update consents set revoked_at = greatest(${now.toISOString()}::timestamptz, granted_at)
    where id in (select id from consents
      where import_id = ${job.id} and supporter_id >= ${after.consent} and revoked_at is null
      order by supporter_id limit ${rowsASlice})
    returning supporter_id::float8 as person`);
  after.consent = ended.reduce((last, { person }) => Math.max(last, person), after.consent);
  return ended.length;
}

async function finish(tx: Tx, job: Job, now: Date): Promise<void> {
  const [ended] = await tx
    .update(imports)
    .set({
      state: "undone",
      undoneAt: now,
      stay: sql`${imports.stay} + (select count(*) from signatures where import_id = ${job.id})`,
    })
    .where(eq(imports.id, job.id))
    .returning({ undone: imports.undone, stay: imports.stay });
  const entry = { actor: "system", action: "import-undone", campaignId: job.campaignId } as const;
  await recordAudit(tx, { ...entry, subject: job.publicId, detail: { ...ended } }, now);
}
