import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { buildIfChanged } from "#app/cli/build.mjs";
import { commands } from "#app/cli/commands.ts";
import { clockVariables } from "#db/embedded/clock.ts";
import type { Db } from "#db/index.ts";
import { campaigns, supporters } from "#db/schema/index.ts";
import { databaseUrl } from "#tests/support/cluster.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { type Ended, runHere } from "#tests/support/operator.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "undersigned-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of a command that uses a test's database. */
function environmentFor(db: Db): NodeJS.ProcessEnv {
  const { host, port, database } = db.$client.options;
  const base = `postgres://${[host].flat()[0]}:${[port].flat()[0]}/`;
  return {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl(base, database, "app"),
    MIGRATE_DATABASE_URL: databaseUrl(base, database, "owner"),
    SECRET: "a-secret-for-tests-that-is-long-enough-0001",
    MAIL_DIR: join(folder, "mail"),
    ERASURE_LOG: join(folder, `${database}.log`),
    ...clockVariables,
  };
}

/**
 * Runs a command of the built program: what a call cannot show, and once per exit code, since each start costs
 * half a second of CPU.
 */
async function built(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended> {
  const program = join(root, "build/server/index.js");
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** The environment of a command that ends before it reads its database. */
const unread = environmentFor(await aDatabase({ bare: true }));

/** Runs a command in this process. */
const cli = (env: NodeJS.ProcessEnv, ...args: string[]) => runHere(args, env);

const problem = await buildIfChanged(root, { say: false });
if (problem) throw new Error(problem);

async function aSeededDatabase() {
  const db = await aDatabase({ seeded: true });
  const env = environmentFor(db);
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.slug, "microsoft-ice"));
  if (!campaign) throw new Error("the seed has no campaign");
  return { db, env, campaign };
}

test("the first campaign is stored by command", async () => {
  const db = await aDatabase();
  expect(await cli(environmentFor(db), "seed")).toMatchObject({ code: 0 });
  expect(await db.$count(campaigns, eq(campaigns.slug, "microsoft-ice"))).toBe(1);
});

test("seed on a database that is not migrated says so in one sentence, with exit code 3", async () => {
  const db = await aDatabase({ bare: true });
  const err = "The database is not migrated. Run `migrate` first.\n";
  expect(await cli(environmentFor(db), "seed")).toEqual({ code: 3, out: "", err });
});

const ofFamily = (word: string) => Object.keys(commands).filter((name) => name.startsWith(`${word} `)).length;

test("a wrong command line is told what is right, with exit code 2", async () => {
  const unknown = await built(unread, "frobnicate");
  expect([unknown.code, unknown.out]).toEqual([2, ""]);
  expect(unknown.err).toMatch(
    /no command "frobnicate"[\s\S]* verify,[\s\S]*\n {2}export .*, signatures, wipe\n/,
  );
  expect(await cli(unread, "verify", "--frob")).toMatchObject({
    code: 2,
    err: expect.not.stringContaining("seed"),
  });
  const family = await cli(unread, "dispatch");
  expect([family.code, family.err.match(/^ {2}dispatch /gm)?.length]).toEqual([2, ofFamily("dispatch")]);
  expect(family.err).toMatch(/^"dispatch" is a topic\. Add one of its commands\.\n/);
  expect(await cli(unread, "export", "signatures", "--campaign", "microsoft-ice")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--preset is required"),
  });
  const help = (await cli(unread, "help")).out;
  expect(help).toContain("Exit codes");
  expect(help).toMatch(/^ {2}campaign +close, .*, set, show, status$/m);
  expect((await cli(unread, "help", "campaign")).out).toMatch(
    /^ {2}campaign set {2,}set organization details/m,
  );
});

test("a command that is asked for its help prints it and does nothing, with exit code 0", async () => {
  const send = await cli(unread, "update", "send", "--help");
  expect([send.code, send.err]).toEqual([0, ""]);
  expect(send.out).toMatch(/^Usage: .* update send --campaign S .*\[--approve-alone\]\n\nsend an approved/);
  expect(send.out).toMatch(/\n {2}--body-file FILE\|- +the text, in Markdown\n/);
  expect((await cli(unread, "help", "update", "send")).out).toBe(send.out);
  const all = await cli(unread, "update", "-h");
  expect([all.code, all.out.match(/^ {2}update /gm)?.length]).toEqual([0, ofFamily("update")]);
  expect((await cli(unread, "help", "update")).out).toBe(all.out);
  expect(await cli(unread, "help", "frobnicate")).toMatchObject({ code: 2, out: "" });
  expect(all.out).not.toContain("  verify");
  expect((await cli(unread, "--help")).out).toContain(" verify,");
  expect(await cli(unread, "frobnicate", "--help")).toMatchObject({ code: 2, out: "" });
});

test("a configuration that cannot be used is one line, without a stack, and exit code 3", async () => {
  const wrong = [
    { APP_URL: "http://sign.campaign.net" },
    { APP_URL: "https://sign.campaign.net", SECRET: "short" },
    { PORT: "many" },
    { DATABASE_URL: "postgres://nobody:wrong@127.0.0.1:1/none" },
    { DATABASE_WEB_CONNECTIONS: "1" },
  ];
  for (const values of wrong) {
    const { code, err } = await cli({ ...unread, ...values }, "verify");
    expect([values, code, err.trim().split("\n").length]).toEqual([values, 3, 1]);
    expect(err).not.toMatch(/\bat .*:\d+/);
  }
});

test("verify exits 1 and says what differs, and 0 when nothing does", async () => {
  const { db, env, campaign } = await aSeededDatabase();
  await aStoredSignature(db, campaign);
  expect(await cli(env, "organizer", "invite", "--email", "ana@example.org", "--json")).toMatchObject({
    code: 0,
  });
  await db.execute(sql`select seal_audit_entries()`);
  expect(await cli(env, "verify")).toMatchObject({
    code: 0,
    out: expect.stringContaining("Everything matches"),
  });

  await db.execute(sql`update campaign_counts set confirmed = confirmed + 1`);
  const superuser = openAs("superuser", db);
  await superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update audit_entries set detail = '{}'`);
  });
  const { code, out } = await built(env, "verify");
  expect(code).toBe(1);
  expect(out).toMatch(/Seal 1 does not match/);
  expect(out).toMatch(/Counter confirmed of microsoft-ice is 2, but should be 1/);
  const json = JSON.parse((await cli(env, "verify", "--json")).out);
  expect(json).toMatchObject({
    outcome: "differs",
    drift: [
      { counter: "confirmed", stored: 2, counted: 1 },
      { counter: "joined by hour", stored: 1, counted: 2 },
    ],
  });
});

test("backup, restore and verify: private file, one-line errors, sending paused", async () => {
  const { db, env, campaign } = await aSeededDatabase();
  for (const state of ["confirmed", "confirmed", "pending"] as const)
    await aStoredSignature(db, campaign, { state });
  const file = join(folder, "archive.tar.gz");
  expect(await cli(env, "backup", "--to", file)).toMatchObject({ code: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await cli(env, "backup", "--to", file)).toMatchObject({
    code: 1,
    err: expect.stringContaining("is not overwritten"),
  });

  const empty = await aDatabase();
  const withoutLog = environmentFor(empty);
  const target = { ...withoutLog, ERASURE_LOG: env.ERASURE_LOG };
  expect(await cli(withoutLog, "restore", "--from", file)).toMatchObject({
    code: 1,
    err: expect.stringContaining("no erasure log"),
  });
  writeFileSync(withoutLog.ERASURE_LOG ?? "", "");
  expect(await cli(withoutLog, "restore", "--from", file)).toMatchObject({
    code: 1,
    err: expect.stringContaining("Erased people would return. Set ERASURE_LOG to the archive's log."),
  });
  const damaged = join(folder, "damaged.tar.gz");
  writeFileSync(damaged, readFileSync(file).subarray(0, -400));
  expect(await cli(target, "restore", "--from", damaged)).toMatchObject({ code: 1 });

  const restored = await cli(target, "restore", "--from", file, "--json");
  expect(JSON.parse(restored.out)).toMatchObject({ outcome: "restored", erasedAgain: 0, sending: "paused" });
  expect(await cli(target, "verify")).toMatchObject({ code: 0 });
  const counts = sql`select sum(confirmed)::int as confirmed, sum(pending)::int as pending
    from campaign_counts`;
  expect([...(await empty.execute(counts))]).toEqual([{ confirmed: 2, pending: 1 }]);
  expect(await cli(target, "restore", "--from", file)).toMatchObject({
    code: 1,
    err: expect.stringContaining("not empty"),
  });
  expect(await cli(target, "resume-sending")).toMatchObject({ code: 0, out: "Sending is resumed.\n" });
});

test("an export sent to a file by npm is the list alone, to the byte", async () => {
  const { db, env, campaign } = await aSeededDatabase();
  await aStoredSignature(db, campaign, { name: "Łucja" });
  const args = ["export", "signatures", "--campaign", "microsoft-ice", "--preset", "full"];
  const direct = await built(env, ...args);
  expect(direct.code).toBe(0);
  expect(direct.out).toContain("Łucja");

  const file = join(folder, "list.csv");
  const out = openSync(file, "w");
  const child = spawn("npm", ["run", "cli", "--", ...args, "--json"], {
    cwd: root,
    env: { ...env, HOME: folder },
    stdio: ["ignore", out, "pipe"],
  });
  let err = "";
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  closeSync(out);
  expect([code, readFileSync(file, "utf8")]).toEqual([0, direct.out]);
  const manifest = JSON.parse(err.split("\n").find((line) => line.startsWith("{")) ?? "");
  expect(manifest.sha256).toBe(createHash("sha256").update(direct.out).digest("hex"));
});

test("erase by command removes the person, keeps the count, and logs the erasure", async () => {
  const { db, env, campaign } = await aSeededDatabase();
  await aStoredSignature(db, campaign, { email: "ana.sample@example.org" });
  const log = join(folder, "erase-by-command.log");
  const asTyped = ["--email", "Ana.Sample@Example.org", "--json"];
  const erased = await cli({ ...env, ERASURE_LOG: log }, "erase", ...asTyped);
  expect(erased).toMatchObject({ code: 0 });
  expect(await db.execute(sql`select 1 from supporters`)).toHaveLength(0);
  expect([...(await db.execute(sql`select sum(confirmed + erased)::int as n from campaign_counts`))]).toEqual(
    [{ n: 1 }],
  );
  expect(readFileSync(log, "utf8").match(/"addressHmac"/g)).toHaveLength(1);
  const gone = await cli({ ...env, ERASURE_LOG: log }, "erase", "--email", "ana.sample@example.org");
  expect(gone).toMatchObject({ code: 1, err: "We hold nothing about this address.\n" });
});

test("a command by hand finds neither another log nor a database of its own", async () => {
  const { db, env, campaign } = await aSeededDatabase();
  expect(await cli(env, "verify")).toMatchObject({ code: 0 });
  const byHand = { ...env, ERASURE_LOG: join(folder, "by-hand.log") };
  await aStoredSignature(db, campaign, { email: "ana.sample@example.org" });
  expect(await cli(byHand, "erase", "--email", "ana.sample@example.org")).toMatchObject({
    code: 3,
    err: expect.stringContaining("but this database has one"),
  });
  expect(await db.$count(supporters)).toBe(1);
  const bare = { PATH: process.env.PATH, NODE_ENV: "production" } as const;
  expect(await built(bare, "queue", "status", "--check")).toMatchObject({
    code: 3,
    out: "",
    err: expect.stringMatching(/^There is no DATABASE_URL, and .*--env FILE\.\n$/),
  });
  const file = join(folder, "settings.env");
  const quoted = Object.entries(env).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(file, quoted.join("\n"));
  // Node reads the file into the process's own environment.
  expect(await built(bare, "--env", file, "verify")).toMatchObject({ code: 0 });
});

test("a pack is made by command, overwrites no file, and verifies without settings", async () => {
  const { db, env, campaign } = await aSeededDatabase();
  await aStoredSignature(db, campaign, { consents: ["sign", "deliver_to_company"] });
  const file = join(folder, "pack.zip");
  const make = (run: typeof built, ...more: string[]) =>
    run(env, "pack", "make", "--campaign", campaign.slug, "--output", file, ...more);
  expect(await make(cli)).toMatchObject({ code: 1, err: expect.stringContaining("--approve-alone") });
  const made = await make(built, "--approve-alone", "--json");
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(made.out)).toMatchObject({ number: 1, manifest: { signatures: { rows: 1 } } });
  expect(await make(cli, "--approve-alone")).toMatchObject({
    code: 1,
    err: expect.stringContaining("overwritten"),
  });
  expect((await cli(env, "pack", "list", "--campaign", campaign.slug)).out).toMatch(
    /^number +state .*sha256\n +1 {2}made .*[0-9a-f]{64}\n$/,
  );

  const [key] = JSON.parse((await cli(env, "pack", "key", "--json")).out).keys;
  const alone = { PATH: process.env.PATH, NODE_ENV: "production" } as const;
  const sound = await cli(alone, "verify-pack", file, "--key", key.publicKey);
  expect(sound).toMatchObject({ code: 0, out: expect.stringContaining("matches your key") });
  expect((await cli(alone, "verify-pack", file)).out).toContain("Compare that key with");
  writeFileSync(file, readFileSync(file).subarray(0, -40));
  expect(await cli(alone, "verify-pack", file)).toMatchObject({
    code: 1,
    out: expect.stringContaining("no whole zip file"),
  });
  expect(await cli(alone, "verify-pack", file, "--key", "short")).toMatchObject({ code: 2 });
  expect(await cli(alone, "verify-pack")).toMatchObject({ code: 2 });
});
