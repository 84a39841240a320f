import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelImport } from "#app/domain/entries/imports/cancel-import.server.ts";
import { findImport } from "#app/domain/entries/imports/queries.server.ts";
import { resumeImport } from "#app/domain/entries/imports/resume-import.server.ts";
import { startDryRun } from "#app/domain/entries/imports/running/start-dry-run.server.ts";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { runImports } from "#app/tasks/run-imports.ts";
import type { Db } from "#db/index.ts";
import { consents, filePieces, imports, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aFileHandedIn,
  agreed,
  found,
  importedAt,
  scopeOf,
  takenIn,
  tried,
  work,
} from "#tests/support/imports.ts";
import { sign } from "#tests/support/sign.ts";

type Which = Awaited<ReturnType<typeof aFileHandedIn>>;

const aList = (from: number, to: number) =>
  [
    "email,name,country,newsletter",
    ...Array.from(
      { length: to - from },
      (_none, n) => `listed-${from + n}@example.org,Listed ${from + n},US,yes`,
    ),
    "",
  ].join("\n");

const never = new AbortController().signal;

/** Lets workers work, and stops each as soon as `enough` is true of the import. */
async function workUntil(db: Db, which: Which, enough: (one: { rows: number; undone: number }) => boolean) {
  const stopping = new AbortController();
  const working = work(db, stopping.signal);
  await expect.poll(async () => enough(await found(db, which)), { interval: 5 }).toBe(true);
  stopping.abort();
  await working;
}

async function expectEachOnce(db: Db, campaignId: number, people: number) {
  const [row] = await db.execute<{ n: number; signed: number; told: number }>(sql`
    select count(distinct supporter_id)::int as n, count(*)::int as signed,
      (select count(*)::int from consents where campaign_id = ${campaignId}) as told
    from signatures where campaign_id = ${campaignId}`);
  expect(row).toEqual({ n: people, signed: people, told: 2 * people });
  expect(await listCounterDrift(db)).toEqual([]);
}

test("parallel and restarted workers import everybody once and report each row", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const which = await aFileHandedIn(db, scope, aList(0, 5200));
  const { mapping } = await found(db, which);
  await startDryRun(db, { ...which, mapping: mapping as never }, importedAt);
  await workUntil(db, which, ({ rows }) => rows >= 1000);
  expect(await found(db, which)).toMatchObject({ state: "trying" });
  await Promise.all([work(db), work(db), work(db)]);
  expect(await found(db, which)).toMatchObject({ state: "tried", rows: 5200, added: 5200, refused: 0 });

  await startImport(db, { ...which, agreed }, importedAt);
  await workUntil(db, which, ({ rows }) => rows >= 2000);
  const midway = await found(db, which);
  expect(midway).toMatchObject({ state: "importing" });
  expect(midway.rows).toBeLessThan(5200);
  await Promise.all([work(db), work(db), work(db)]);
  expect(await found(db, which)).toMatchObject({
    state: "imported",
    rows: 5200,
    added: 5200,
    refused: 0,
    known: 0,
  });
  await expectEachOnce(db, which.campaignId, 5200);
  const [stored] = await db.execute<{ n: number }>(sql`
    select sum(cardinality(outcomes))::int as n from import_outcomes`);
  expect(stored?.n).toBe(5200);

  expect(await undoImport(db, which, importedAt)).toBe(true);
  await workUntil(db, which, ({ undone }) => undone >= 1000);
  expect(await undoImport(db, which, importedAt)).toBe(false);
  await Promise.all([work(db), work(db)]);
  expect(await found(db, which)).toMatchObject({ state: "undone", undone: 5200, stay: 0 });
  await expectEachOnce(db, which.campaignId, 0);
  expect(await db.$count(supporters)).toBe(0);
});

test("a worker with a fast clock takes over only after the lease", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const which = await aFileHandedIn(db, scope, aList(0, 3));
  const { mapping } = await found(db, which);
  await startDryRun(db, { ...which, mapping: mapping as never }, importedAt);
  const leased = (until: string) =>
    db.execute(sql`update imports set lease_until = now() + ${until}::interval`);
  const anHourAhead = () => new Date(Date.now() + 3_600_000);
  await leased("30 seconds");
  expect(await runImports({ db, keys: testKeys, stop: never }, anHourAhead)).toBe(0);
  await leased("-1 second");
  expect(await runImports({ db, keys: testKeys, stop: never }, () => new Date(Date.now() - 3_600_000))).toBe(
    1,
  );
  expect(await found(db, which)).toMatchObject({ state: "tried" });
});

test("of two imports of the same people each person belongs to one", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const lists = [
    await aFileHandedIn(db, scope, aList(0, 3000)),
    await aFileHandedIn(
      db,
      scope,
      aList(1000, 4000)
        .split("\n")
        .slice(0, -1)
        .reverse()
        .join("\n")
        .replace(/^([\s\S]*)\n(email.*)$/, "$2\n$1"),
    ),
  ];
  for (const which of lists) await tried(db, which);
  for (const which of lists) expect(await startImport(db, { ...which, agreed }, importedAt)).toBe(true);
  await Promise.all([work(db), work(db)]);
  const after = await Promise.all(lists.map((which) => found(db, which)));
  expect(after.map(({ state }) => state)).toEqual(["imported", "imported"]);
  expect(after.reduce((sum, { added }) => sum + added, 0)).toBe(4000);
  expect(after.reduce((sum, { known }) => sum + known, 0)).toBe(2000);
  await expectEachOnce(db, scope.campaignId, 4000);

  await undoImport(db, lists[0] as Which, importedAt);
  await work(db);
  await expectEachOnce(db, scope.campaignId, after[1]?.added ?? -1);
});

test("a running import is stopped before it is undone, and keeps what it took", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const which = await aFileHandedIn(db, scope, aList(0, 4200));
  await tried(db, which);
  await startImport(db, { ...which, agreed }, importedAt);
  await workUntil(db, which, ({ rows }) => rows >= 1000);
  expect(await undoImport(db, which, importedAt)).toBe(false);
  expect(await cancelImport(db, which, importedAt)).toBe(true);
  await work(db);
  const stopped = await found(db, which);
  expect(stopped).toMatchObject({ state: "cancelled", added: stopped.rows });
  await expectEachOnce(db, which.campaignId, stopped.added);
  expect(await undoImport(db, which, importedAt)).toBe(true);
  await work(db);
  await expectEachOnce(db, which.campaignId, 0);
});

test("a stopped undo keeps what it has not removed, and resumes on request", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const which = await aFileHandedIn(db, scope, aList(0, 4200));
  await takenIn(db, which);
  expect(await undoImport(db, which, importedAt)).toBe(true);
  await workUntil(db, which, ({ undone }) => undone >= 1000);
  expect(await cancelImport(db, which, importedAt)).toBe(true);
  await work(db);
  const stopped = await found(db, which);
  expect(stopped).toMatchObject({ state: "cancelled", stopAsked: false, added: 4200 });
  expect(stopped.undone).toBeGreaterThanOrEqual(1000);
  expect(stopped.undone).toBeLessThan(4200);
  await expectEachOnce(db, which.campaignId, 4200 - stopped.undone);
  expect(await cancelImport(db, which, importedAt)).toBe(false);
  expect(await undoImport(db, which, importedAt)).toBe(true);
  await work(db);
  expect(await found(db, which)).toMatchObject({ state: "undone", undone: 4200, stay: 0 });
  await expectEachOnce(db, which.campaignId, 0);
});

test("an undo keeps people of other campaigns, and what people revoked or erased", async () => {
  const db = await aDatabase();
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  const scope = await scopeOf(db, campaign);
  const names = ["confirms", "erases", "unsubscribes", "elsewhere", "goes"];
  const list = [
    "email,name,country,newsletter",
    ...names.map((name) => `${name}@example.org,${name},US,yes`),
  ];
  const which = await aFileHandedIn(db, scope, list.join("\n"));
  await takenIn(db, which);
  const idOf = async (email: string) => {
    const [row] = await rowsIn(db, supporters, { email: `${email}@example.org` });
    return row?.publicId ?? "";
  };
  await sign(
    db,
    aSignatureInput({ id: campaign.id, petitionVersion: 1 }, { to: "confirms@example.org" }),
    importedAt,
  );
  const [row] = await db
    .select({ publicId: signatures.publicId })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, "confirms@example.org"));
  await confirmSignature(db, testKeys, row?.publicId ?? "", importedAt);
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: await idOf("erases"), actor: "supporter" });
  await sign(
    db,
    aSignatureInput({ id: other.id, petitionVersion: 1 }, { to: "elsewhere@example.org" }),
    importedAt,
  );
  await db
    .update(consents)
    .set({ revokedAt: importedAt })
    .where(
      sql`purpose = 'updates'
        and supporter_id = (select id from supporters where email = 'unsubscribes@example.org')`,
    );

  await undoImport(db, which, importedAt);
  await work(db);
  // People who erased themselves before are counted by neither.
  expect(await found(db, which)).toMatchObject({ state: "undone", undone: 3, stay: 1 });
  const left = await db.select({ email: supporters.email }).from(supporters).orderBy(supporters.email);
  expect(left.map(({ email }) => email)).toEqual(["confirms@example.org", "elsewhere@example.org"]);
  expect(await listCounterDrift(db)).toEqual([]);

  // A second list restores nobody who was erased, and no revoked consent.
  const again = await aFileHandedIn(db, scope, list.join("\n"));
  expect(await takenIn(db, again)).toMatchObject({ added: 3, known: 1, refused: 1 });
});

test("what somebody took back themselves is not given again by a list that says so", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const first = await aFileHandedIn(db, scope, aList(0, 2));
  await takenIn(db, first);
  await db.update(consents).set({ revokedAt: importedAt }).where(eq(consents.purpose, "updates"));
  const second = await aFileHandedIn(db, scope, aList(0, 2));
  expect(await takenIn(db, second, { agreement: { updatesFor: "everyone" } })).toMatchObject({
    added: 0,
    known: 2,
  });
  const [inForce] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from consents where purpose = 'updates' and revoked_at is null`,
  );
  expect(inForce?.n).toBe(0);
});

test("an import is found, gone on with, stopped and undone in its own campaign alone", async () => {
  const db = await aDatabase();
  const [mine, others] = [await scopeOf(db, await aCampaign(db)), await scopeOf(db, await aCampaign(db))];
  const which = await aFileHandedIn(db, mine, aList(0, 3));
  const { mapping } = await tried(db, which);
  const stolen = { ...others, publicId: which.publicId };
  expect(await findImport(db, stolen)).toBeNull();
  expect(await startDryRun(db, { ...stolen, mapping: mapping as never }, importedAt)).toBe(false);
  expect(await startImport(db, { ...stolen, agreed }, importedAt)).toBe(false);
  expect(await cancelImport(db, stolen, importedAt)).toBe(false);
  await takenIn(db, which);
  expect(await undoImport(db, stolen, importedAt)).toBe(false);
  expect(await db.$count(imports, eq(imports.state, "imported"))).toBe(1);
});

test("an import without its secret stops, says so, and resumes with it", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const without = makeKeys(["another-secret-that-is-long-enough-0002"]);
  const which = await aFileHandedIn(db, scope, aList(0, 5200));
  const { mapping } = await found(db, which);
  await startDryRun(
    db,
    { ...which, mapping: mapping ?? { columns: {}, country: null, days: "ymd" } },
    importedAt,
  );
  expect(await runImports({ db, keys: without, stop: never }, () => importedAt)).toBe(1);
  expect(await found(db, which)).toMatchObject({
    state: "received",
    problem: "secret-missing",
    wipedAt: null,
  });
  expect(await runImports({ db, keys: without, stop: never }, () => importedAt)).toBe(0);
  expect(await tried(db, which)).toMatchObject({ state: "tried", problem: null, added: 5200 });

  await startImport(db, { ...which, agreed }, importedAt);
  await workUntil(db, which, ({ rows }) => rows > 0);
  const { rows } = await found(db, which);
  expect(rows).toBeLessThan(5200);
  expect(await runImports({ db, keys: without, stop: never }, () => importedAt)).toBe(1);
  expect(await found(db, which)).toMatchObject({ state: "failed", problem: "secret-missing", rows });
  expect(await runImports({ db, keys: without, stop: never }, () => importedAt)).toBe(0);

  const stranger = await scopeOf(db, await aCampaign(db));
  expect(await resumeImport(db, { ...which, ...stranger }, importedAt)).toBe(false);
  expect(await resumeImport(db, which, importedAt)).toBe(true);
  expect(await resumeImport(db, which, importedAt)).toBe(false);
  await work(db);
  expect(await found(db, which)).toMatchObject({ state: "imported", problem: null, added: 5200, refused: 0 });
  await expectEachOnce(db, scope.campaignId, 5200);
});

test("an import whose secret never returns loses its file in time or by cancel", async () => {
  const db = await aDatabase();
  const scope = await scopeOf(db, await aCampaign(db));
  const without = makeKeys(["another-secret-that-is-long-enough-0002"]);
  const onHold = async () => {
    const which = await aFileHandedIn(db, scope, aList(0, 3));
    await tried(db, which);
    await startImport(db, { ...which, agreed }, importedAt);
    await runImports({ db, keys: without, stop: new AbortController().signal }, () => importedAt);
    return which;
  };
  const [one, other] = [await onHold(), await onHold()];
  expect(await cancelImport(db, other, importedAt)).toBe(true);
  expect(await found(db, other)).toMatchObject({ state: "cancelled", wipedAt: importedAt });
  const later = new Date(importedAt.getTime() + 25 * 3_600_000);
  await runImports({ db, keys: without, stop: new AbortController().signal }, () => later);
  expect(await found(db, one)).toMatchObject({ state: "failed", wipedAt: later });
  expect(await resumeImport(db, one, later)).toBe(false);
  expect(await db.$count(filePieces)).toBe(0);
});
