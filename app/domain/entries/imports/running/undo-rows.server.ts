import { eq, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { importLeaseSeconds, type Job, rowsASlice } from "#app/domain/entries/imports/job.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { anyOf, deleteUnneeded } from "#app/domain/supporters/delete-person.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";

/**
 * Removes what an import brought, a slice per transaction. Signatures that were confirmed here since,
 * withdrawn or invalidated stay; those signed here since but unconfirmed wait for confirmation like any
 * other. Consents from the import end; those that people gave themselves stay.
 */
export async function undoRows(db: Db, job: Job, stop: AbortSignal, clock: () => Date): Promise<void> {
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
