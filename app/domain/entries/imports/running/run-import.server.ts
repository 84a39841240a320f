import { and, eq, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { importLeaseSeconds, type Job } from "#app/domain/entries/imports/job.ts";
import { Unreadable } from "#app/domain/entries/imports/reading/read-rows.server.ts";
import { wipeFile } from "#app/domain/entries/imports/wipe-imports.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";
import { waitsUntil } from "./receive-import.server.ts";
import { takeRows } from "./take-rows.server.ts";
import { undoRows } from "./undo-rows.server.ts";

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
