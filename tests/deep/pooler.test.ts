// A real PgBouncer between the product and its database, in each of its modes.
import { execFile, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as dial } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test as plainTest } from "vitest";
import { connect, disconnect, refusesParameters } from "#db/connection.ts";
import { clockVariables } from "#db/embedded/clock.ts";
import { refuseSharing, refuseUnprepared } from "#db/pooler.ts";
import { databaseUrl } from "#tests/support/cluster.ts";
import { aDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";

const root = join(import.meta.dirname, "../..");
const bouncer = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"].find(existsSync);
const test = plainTest.skipIf(bouncer === undefined);
if (!bouncer) process.stderr.write("PgBouncer is not installed: tests/deep/pooler.test.ts is skipped.\n");

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = dial(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });

// A database of its own: nobody may be connected to the template while other files copy it.
const { database } = (await aDatabase()).$client.options;

type Mode = { pool_mode: "session" | "transaction" | "statement"; max_prepared_statements?: number };

/** Starts PgBouncer for the tests' cluster. Returns the address of a migrated database through it. */
async function aPooler(mode: Mode, settings: Record<string, number> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-pooler-"));
  const port = await freePort();
  const server = new URL(databaseUrl(inject("clusterUrl"), database, "owner"));
  const to = `host=${server.hostname} port=${server.port} user=${server.username} password=${server.password}`;
  const lines = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "any",
    ...mode,
  };
  const all = Object.entries({ ...lines, ...settings }).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(folder, "pgbouncer.ini"), `[databases]\n* = ${to}\n[pgbouncer]\n${all.join("\n")}\n`);
  for (const [path, bits] of [
    ["", 0o755],
    ["pgbouncer.ini", 0o644],
  ] as const)
    chmodSync(join(folder, path), bits);
  // It refuses to run as root.
  const command = [String(bouncer), "-q", join(folder, "pgbouncer.ini")];
  const asNobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"];
  const [program = "", ...args] = process.getuid?.() === 0 ? [...asNobody, ...command] : command;
  const child = spawn(program, args, { cwd: "/", stdio: "ignore" });
  onTestFinished(() => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  await expect.poll(() => answers(port)).toBe(true);
  return `postgres://undersigned_test@127.0.0.1:${port}/${database}`;
}

/** What the check at start says about a pooler: null if it works with us. */
async function refusalOf(url: string): Promise<string | null> {
  const db = connect(url, { max: 4 });
  onTestFinished(() => disconnect(db));
  return refuseUnprepared(db, "DATABASE_URL").then(
    () => null,
    (error: Error) => error.message,
  );
}

const migrationRefusalOf = (url: string) =>
  refuseSharing(url).then(
    () => null,
    (error: Error) => error.message,
  );

plainTest("PostgreSQL itself is taken for no pooler", async () => {
  const url = databaseUrl(inject("clusterUrl"), database, "owner");
  expect(await refusalOf(url)).toBe(null);
  expect(await migrationRefusalOf(url)).toBe(null);
});

test("a pooler that shares connections without prepared statements is refused", async () => {
  for (const settings of [{}, { server_round_robin: 1, min_pool_size: 5 }]) {
    for (const pool_mode of ["transaction", "statement"] as const) {
      const url = await aPooler({ pool_mode, max_prepared_statements: 0 }, settings);
      expect(await refusalOf(url)).toContain("max_prepared_statements = 200");
      expect(await migrationRefusalOf(url)).toContain("Set MIGRATE_DATABASE_URL to PostgreSQL itself");
    }
  }
});

test("a pooler that shares connections and keeps statements works, not to migrate", async () => {
  const url = await aPooler(
    { pool_mode: "transaction", max_prepared_statements: 200 },
    { default_pool_size: 2 },
  );
  expect(await refusalOf(url)).toBe(null);
  expect(await migrationRefusalOf(url)).toContain("Set MIGRATE_DATABASE_URL to PostgreSQL itself");

  const { $client: pool } = connect(url, { max: 8 });
  onTestFinished(() => pool.end({ timeout: 5 }));
  const ask = async (n: number) => {
    if (n % 3 === 0) return (await pool`select ${n}::int as n, ${"x"}::text as x`)[0]?.n;
    return pool.begin(async (sql) => {
      await sql`select ${n}::int as n`;
      return (await sql`select ${n}::int as n, current_setting('TimeZone') as zone`)[0];
    });
  };
  const asked = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(n)));
  expect(asked).toEqual(asked.map((_, n) => (n % 3 === 0 ? n : { n, zone: "UTC" })));
});

test("a pooler that refuses the limits of a web process gets them with each transaction", async () => {
  const url = await aPooler({ pool_mode: "transaction", max_prepared_statements: 200 });
  const limits = { statementSeconds: 1, lockSeconds: 2, idleSeconds: 3 };
  const refused = connect(url, { max: 1, limits });
  onTestFinished(() => disconnect(refused));
  expect(await refused.$client`select 1`.then(() => false, refusesParameters)).toBe(true);

  const db = connect(url, { max: 2, limits, limitsByTransaction: true, silenceSeconds: 2 });
  onTestFinished(() => disconnect(db));
  const read = (sql: Pick<typeof db.$client, "unsafe">) =>
    sql.unsafe("select array_agg(setting order by name) as are from pg_settings where name ~ $1", [
      "^(statement|lock|idle_in_transaction_session)_timeout$",
    ]);
  const [[inside], [outside]] = await Promise.all([db.$client.begin(read), read(db.$client)]);
  expect([inside?.are, outside?.are]).toEqual([
    ["3000", "2000", "1000"],
    ["0", "0", "0"],
  ]);
  const slow = "select pg_sleep(30)";
  const codeOf = (asked: Promise<unknown>) => asked.catch(({ code }) => code);
  const ends = [codeOf(db.$client.unsafe(slow)), codeOf(db.$client.begin((sql) => sql.unsafe(slow)))];
  expect(await Promise.all(ends)).toEqual(["CONNECTION_CLOSED", "57014"]);
});

test("a pooler in session mode carries all, and says so where it has too few connections", async () => {
  const url = await aPooler({ pool_mode: "session", max_prepared_statements: 0 });
  expect(await refusalOf(url)).toBe(null);
  expect(await migrationRefusalOf(url)).toBe(null);

  const small = await aPooler({ pool_mode: "session" }, { default_pool_size: 1 });
  expect(await refusalOf(small)).toContain("its default_pool_size must cover all connections");
});

test("every entrance says in one line that a pooler cannot carry it, and ends", async () => {
  const url = await aPooler({ pool_mode: "transaction", max_prepared_statements: 0 });
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: url,
    SECRET: "a-secret-for-tests-that-is-long-enough-0001",
    PORT: "0",
    ...clockVariables,
  } as NodeJS.ProcessEnv;
  const program = join(root, "build/server/index.js");
  for (const entrance of ["web", "worker", "start", "migrate", "campaign list"]) {
    const ended = await promisify(execFile)(process.execPath, [program, ...entrance.split(" ")], {
      env,
    }).catch((error) => error);
    expect([entrance, ended.code, ended.stdout, ended.stderr]).toEqual([entrance, 3, "", expect.any(String)]);
    expect(ended.stderr).toMatch(/^DATABASE_URL leads to a pooler that shares [^\n]+\n$/);
  }
});
