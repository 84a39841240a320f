// A worker is killed during an import or undo: another continues, and everybody is there once.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { startDryRun } from "#app/domain/entries/imports/running/start-dry-run.server.ts";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aFileHandedIn, agreed, found, scopeOf } from "#tests/support/imports.ts";
import { aGround, secret } from "./scene.ts";
import { sizes, tell, whole } from "./sizes.ts";
import { isGone } from "./watch.ts";
import { aWorker, byResend, type Worker } from "./worker.ts";

type Which = Awaited<ReturnType<typeof aFileHandedIn>>;

/** As if the minute had passed after which a silent worker is considered dead. */
const endLeases = (db: Db) => db.execute(sql`update imports set lease_until = now() - interval '1 second'`);

/** Kills the worker each time another part of the list is done, until the import has reached `state`. */
async function killUntil(db: Db, worker: Worker, which: Which, state: string, rows: number): Promise<number> {
  const settled = (one: { rows: number; undone: number; state: string }) =>
    one.state === "undoing" ? one.undone : one.rows;
  let kills = 0;
  for (let next = 1000; ; ) {
    const one = await found(db, which);
    if (one.state === state) return kills;
    expect(one.problem, worker.lastWords()).toBeNull();
    if (settled(one) >= next && settled(one) < rows) {
      await isGone({ db }, await worker.kill());
      await endLeases(db);
      kills++;
      next = settled(one) + Math.max(2000, Math.floor(rows / sizes.kills));
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

test("an import survives kills from dry run to undo: each person exactly once", async () => {
  const ground = await aGround();
  const { db } = ground;
  const campaign = await aCampaign(db);
  const scope = await scopeOf(db, campaign);
  // A slice is a thousand: two are left at the first kill.
  const rows = whole ? Math.max(6500, sizes.people) : 2500;
  const list = Array.from({ length: rows }, (_none, n) => `listed-${n}@people.test,Listed ${n},US,yes`);
  const file = ["email,name,country,newsletter", ...list, ""].join("\n");
  const which = await aFileHandedIn(db, scope, file, { keys: makeKeys([secret]), now: new Date() });
  const worker = await aWorker(ground, byResend("http://127.0.0.1:9"));
  const { mapping } = await found(db, which);

  await startDryRun(db, { ...which, mapping: mapping as never });
  const tried = await killUntil(db, worker, which, "tried", rows);
  expect(await found(db, which)).toMatchObject({ rows, added: rows, known: 0, refused: 0 });
  await startImport(db, { ...which, agreed });
  const taken = await killUntil(db, worker, which, "imported", rows);
  expect(await found(db, which)).toMatchObject({ rows, added: rows, known: 0, refused: 0 });
  const [there] = await db.execute<{ people: number; signed: number; told: number }>(sql`
    select count(*)::int as people, (select count(*)::int from signatures) as signed,
      (select count(*)::int from consents) as told from supporters`);
  expect(there).toEqual({ people: rows, signed: rows, told: 2 * rows });
  expect(await listCounterDrift(db)).toEqual([]);

  await undoImport(db, which);
  const undone = await killUntil(db, worker, which, "undone", rows);
  expect(await found(db, which)).toMatchObject({ undone: rows, stay: 0 });
  expect(await db.execute(sql`select from supporters`)).toHaveLength(0);
  expect(await listCounterDrift(db)).toEqual([]);
  tell("imports", { rows, "kills while tried": tried, "taken in": taken, undone });
  expect(tried + taken + undone).toBeGreaterThan(1);
});
