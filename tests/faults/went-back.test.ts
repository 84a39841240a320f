// A database that goes back in time: restored to a moment by base backup and WAL, and a replica that lagged.
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { connect, disconnect } from "#db/connection.ts";
import { chooseAccount } from "#db/embedded/account.ts";
import { run } from "#db/embedded/run.ts";
import { migrate } from "#db/migrate.ts";
import { outbox, supporters, switches, updates } from "#db/schema/index.ts";
import { storeRow } from "#tests/support/builders.ts";
import { emailNames } from "#tests/support/email-names.ts";
import { freePort } from "#tests/support/free-port.ts";
import { runHere } from "#tests/support/operator.ts";
import { createProvider } from "#tests/support/resend-provider.mjs";
import { addressOf, aFolder, appUrl, aScene, erasureLogOf, from, secret } from "./scene.ts";
import { aWeb } from "./web.ts";
import { aWorker, byResend } from "./worker.ts";

const root = join(import.meta.dirname, "../..");

/** The newest PostgreSQL of the system with all of its programs: npm's has no `pg_basebackup`. */
function findPrograms(): string | undefined {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(folder, version, "bin"))
    .find((bin) => existsSync(join(bin, "pg_basebackup")));
}

/** A server that archives its WAL. `start` runs a folder of data in place of the one before. */
async function aServer(bin: string) {
  const folder = aFolder();
  const account = chooseAccount(join(folder, "data"), root);
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  const port = await freePort();
  const program = (name: string, ...args: string[]) => run(account, join(bin, name), args);
  const own = (path: string) =>
    account && execFileSync("chown", ["-R", `${account.uid}:${account.gid}`, path]);
  const at = (name: string) => join(folder, name);
  mkdirSync(at("wal"));
  own(at("wal"));

  let running: string | null = null;
  const stop = async () => {
    if (running) await program("pg_ctl", "stop", "-D", running, "-m", "fast", "-w");
    running = null;
  };
  const start = async (name: string) => {
    await stop();
    await program("pg_ctl", "start", "-D", at(name), "-w", "-t", "60", "-l", at("server.log"));
    running = at(name);
  };
  onTestFinished(stop);
  const configure = (name: string, ...lines: string[]) =>
    appendFileSync(join(at(name), "postgresql.conf"), `${lines.join("\n")}\n`);
  await program(
    "initdb",
    "-D",
    at("data"),
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "-N",
  );
  configure(
    "data",
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${folder}'`,
    "fsync = off",
    "archive_mode = on",
    `archive_command = 'cp %p ${at("wal")}/%f'`,
    `restore_command = 'cp ${at("wal")}/%f %p'`,
    "recovery_target_action = promote",
  );
  await start("data");
  const urlFor = (role: string) => `postgres://${role}@127.0.0.1:${port}/postgres`;
  const prepare = (name: string, signal: "recovery" | "standby", setting: string) => {
    configure(name, setting);
    appendFileSync(at(`${name}/${signal}.signal`), "");
    own(at(name));
  };
  const backUp = (name: string) =>
    program(
      "pg_basebackup",
      "-D",
      at(name),
      "-h",
      folder,
      "-p",
      String(port),
      "-U",
      "postgres",
      "-c",
      "fast",
      "-X",
      "fetch",
    );
  const promote = (name: string) => program("pg_ctl", "promote", "-D", at(name), "-w");
  return { urlFor, start, stop, prepare, backUp, promote };
}

test("a database that went back in time pauses sending, erases again, and sends nothing twice", async ({
  skip,
}) => {
  const bin = findPrograms();
  if (!bin)
    return skip("the system has no PostgreSQL with pg_basebackup (Debian: apt-get install postgresql)");
  const server = await aServer(bin);
  const db = connect(server.urlFor("postgres"), { max: 4, name: "undersigned faults" });
  onTestFinished(() => disconnect(db));
  await db.execute("create role undersigned_app login");
  const names = { queues: queueNames, emails: emailNames };
  const ownerUrl = server.urlFor("postgres");
  await migrate({ ownerUrl, folder: join(root, "db"), appRole: "undersigned_app", ...names });
  const ground = { db, appUrl: server.urlFor("undersigned_app") };
  const scene = await aScene(ground, 12);

  const provider = createProvider({ perSecond: 1000, limited: false });
  onTestFinished(provider.close);
  const way = byResend(await provider.listen());
  const log = erasureLogOf(ground);
  const aSiteWorker = () => aWorker(ground, way);
  const env = { ...process.env, APP_URL: appUrl, SECRET: secret, MAIL_FROM: from, MAIL_DIR: aFolder() };
  const command = (...args: string[]) =>
    runHere(args, {
      ...env,
      ...way,
      ERASURE_LOG: log,
      DATABASE_URL: ground.appUrl,
      MIGRATE_DATABASE_URL: ownerUrl,
    });
  const stateOf = async () => {
    const [row] = await db.select().from(updates).where(eq(updates.id, scene.update.id));
    return row;
  };
  const count = (who: number) => db.$count(supporters, eq(supporters.emailCanonical, addressOf(who)));
  const isPaused = async () => (await db.$count(switches, eq(switches.name, "sending-paused"))) === 1;

  // A day of the site: a base backup, the moment that is restored, two erasures and an update to ten people.
  expect(await command("verify")).toMatchObject({ code: 0 });
  await server.backUp("restored");
  const [moment] = await db.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  const first = await aSiteWorker();
  for (const who of [5, 6])
    expect(await command("erase", "--email", addressOf(who))).toMatchObject({ code: 0 });
  await scene.send();
  await expect.poll(stateOf, { timeout: 60_000 }).toMatchObject({ state: "sent" });
  await expect.poll(() => provider.delivered.length, { timeout: 30_000 }).toBe(12);
  await first.stop();
  await db.execute("select pg_switch_wal()");
  await server.stop();

  server.prepare("restored", "recovery", `recovery_target_time = '${moment?.at}'`);
  await server.start("restored");
  expect([await count(5), await count(6)], "the restore brought them back").toEqual([1, 1]);
  expect(await stateOf()).toMatchObject({ state: "draft", startedAt: null });
  const verified = await command("verify");
  expect(verified).toMatchObject({ code: 1, out: expect.stringContaining("The database went back in time") });
  expect(await command("backup", "--to", join(aFolder(), "archive.tar.gz"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("erase --again"),
  });

  const web = await aWeb(ground, { port: await freePort() });
  expect([await count(5), await count(6)], "nobody sees them again").toEqual([0, 0]);
  const ready = await fetch(`${web.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([
    200,
    "ready; sending is paused: the database went back in time",
  ]);
  expect(await stateOf(), "its approval is asked for again").toMatchObject({
    state: "draft",
    approvedAt: null,
  });
  const second = await aSiteWorker();
  await storeRow(db, outbox, {
    template: "data-erased",
    sealedTo: Buffer.from("x"),
    sealedKeyId: "x",
    createdAt: sql`now() - interval '1 minute'`,
  });
  expect(await command("resume-sending")).toMatchObject({
    code: 1,
    out: expect.stringContaining("1 email waits from before"),
  });
  const resumed = await command("resume-sending", "--queued", "unknown");
  expect(resumed).toMatchObject({ code: 0, out: expect.stringContaining("1 draft of updates") });
  expect(await isPaused()).toBe(false);
  expect(await command("verify")).toMatchObject({ code: 0 });
  await second.stop();
  expect(provider.delivered.length, "nobody got anything twice").toBe(12);

  // A replica that had received nothing since its base backup is promoted; the next erasure notices.
  await server.backUp("replica");
  expect(await command("erase", "--email", addressOf(7))).toMatchObject({ code: 0 });
  await server.stop();
  server.prepare("replica", "standby", "restore_command = 'false'\nrecovery_target_time = ''");
  await server.start("replica");
  await server.promote("replica");
  expect(await count(7), "the replica never heard of it").toBe(1);
  expect(await command("erase", "--email", addressOf(8))).toMatchObject({ code: 0 });
  expect([await count(7), await count(8), await isPaused()]).toEqual([0, 0, true]);
  const again = await command("erase", "--again", "--json");
  expect(JSON.parse(again.out)).toMatchObject({ wentBack: false, erasedAgain: 0, broken: [] });
});
