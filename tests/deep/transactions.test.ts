import { expect, test } from "vitest";
import { findTransactionFaults } from "#tests/support/transactions.ts";

/** A file that breaks the rule in every way, and keeps it in others. */
const planted = "app/domain/planted.server.ts";
const plantedText = `
import { setTimeout as pause } from "node:timers/promises";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import type { Db, DbOrTx, Tx } from "#db/index.ts";

const one = sql\`select 1\`;
const count = async (db: DbOrTx) => (await db.execute(one)).length;
const countAll = (db: DbOrTx) => Promise.all([db.execute(one), db.execute(one)]);
const countApart = (db: DbOrTx) => Promise.all([db.execute(one), db.execute(one)]);
const read = (path: string) => readFile(path);

export async function breaks(db: Db, ports: { record: (n: number) => Promise<void> }, client: Sql) {
  await db.transaction(async (tx) => {
    await pause(1);
    await count(db);
    const [row] = await tx.execute(one);
    await ports.record(Number(row?.n));
    const waiting = fetch("https://example.org");
    await waiting;
    await countAll(tx);
    tx.execute(one).catch(() => {});
    await helps(tx);
  });
  await client.begin(async (tx) => {
    await client\`select 1\`;
    await tx\`select 1\`;
  });
  await client.begin((_tx) => read("there"));
  await db.transaction(async () => {
    await db.execute(one);
  });
  await countApart(db);
}

async function helps(tx: Tx) {
  for await (const line of (await import("node:fs")).createReadStream("here")) void line;
  return read("here");
}

export async function keeps(db: Db, client: Sql) {
  await db.transaction(async (tx) => {
    const add = async () => tx.execute(one);
    await add();
    for (const n of [1, 2]) await tx.execute(sql\`select \${n}\`);
    const query = tx.execute(one);
    await query;
    await tx.transaction(async (inner) => inner.execute(one));
    return count(tx);
  });
  await client.begin(async (tx: TransactionSql) => tx\`select 1\`);
  await pause(1);
}
`;

/**
 * The one callback that awaits more: a pack goes out as its reader takes it, out of a snapshot that only
 * reads. What is lost when its connection ends is that snapshot, and the download breaks off.
 */
const allowed = ["app/domain/outgoing/packs/making/make-pack.server.ts"];

test("a transaction's callback awaits only its own transaction, in order", () => {
  const faults = findTransactionFaults({ [planted]: plantedText });
  const lineOf = ({ line }: { line: number }) => plantedText.split("\n")[line - 1]?.trim();
  expect(
    faults.filter(({ file }) => file === planted).map((fault) => `${fault.kind}: ${lineOf(fault)}`),
  ).toEqual([
    "foreign: await pause(1);",
    "foreign: await count(db);",
    "foreign: await ports.record(Number(row?.n));",
    "foreign: await waiting;",
    "floating: tx.execute(one).catch(() => {});",
    "foreign: await client`select 1`;",
    'foreign: await client.begin((_tx) => read("there"));',
    "foreign: await db.execute(one);",
    'foreign: for await (const line of (await import("node:fs")).createReadStream("here")) void line;',
    'foreign: return read("here");',
    "at once: const countAll = (db: DbOrTx) => Promise.all([db.execute(one), db.execute(one)]);",
  ]);
  expect(faults.filter(({ file }) => file !== planted && !allowed.includes(file))).toEqual([]);
  expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([planted, ...allowed]));
}, 240_000);
