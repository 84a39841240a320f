import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { build } from "vite";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { makeCheckout } from "#tests/support/checkout.ts";
import { clusterFolder } from "#tests/support/cluster-folder.ts";
import { freePort } from "#tests/support/free-port.ts";
import { startAlone } from "#tests/support/site-process.ts";

const root = join(import.meta.dirname, "../..");

/**
 * An empty folder for this test's own server, removed with it. In memory if there is room: on a disk, a
 * server's 1,200 files take most of the time of these tests.
 */
async function anEmptyFolder({ inCheckout = false } = {}): Promise<string> {
  const folder = inCheckout ? join(root, `.cache/test-launcher-${process.pid}`) : await clusterFolder();
  onTestFinished(() => removeEmbedded(folder));
  return folder;
}

/** A folder whose server has run once and is stopped: making its data takes longer than most tests. */
const made = await clusterFolder();
await (await startEmbedded({ folder: made, fsync: false })).stop();
afterAll(() => removeEmbedded(made));

/** A copy of it, for a test that may begin with data. */
async function aFolder(): Promise<string> {
  const folder = await anEmptyFolder();
  // A copy of a note of where the data is would share the data.
  if (!existsSync(join(made, "postgres.location"))) execFileSync("cp", ["-a", made, folder]);
  return folder;
}

/** Runs one query and closes: no open connection keeps a server from stopping. */
async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return [...(await sql.unsafe(question))];
  } finally {
    await sql.end();
  }
}

const postmasterPid = (data: string) =>
  Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);

test("a second start finds the running server, and one after a stop has every row", async () => {
  const folder = await aFolder();
  const first = await startEmbedded({ folder });
  await ask(first.url("owner"), "create table kept as select 7 as n");

  const second = await startEmbedded({ folder });
  expect([first.reused, second.reused, second.url("app")]).toEqual([false, true, first.url("app")]);

  expect(await second.stopIfLast()).toBe(true);
  const third = await startEmbedded({ folder });
  expect(third.reused).toBe(false);
  expect(await ask(third.url("owner"), "select n from kept")).toEqual([{ n: 7 }]);
  expect(third.url("app"), "the port is remembered").toBe(first.url("app"));
});

test("a server that somebody still uses is not stopped", async () => {
  const server = await startEmbedded({ folder: await aFolder(), fsync: false });
  const client = postgres(server.url("app"), { max: 1 });
  await client`select 1`;
  expect(await server.stopIfLast()).toBe(false);
  await client.end();
  expect(await server.stopIfLast()).toBe(true);
});

test("after a kill -9 of the server the next start has every committed row", async () => {
  const folder = await aFolder();
  const server = await startEmbedded({ folder });
  await ask(server.url("owner"), "create table kept as select 7 as n");
  process.kill(postmasterPid(server.data), "SIGKILL");

  const again = await startEmbedded({ folder });
  expect(again.reused).toBe(false);
  expect(await ask(again.url("owner"), "select n from kept")).toEqual([{ n: 7 }]);
});

test("a killed database server restarts on its port with every row", async () => {
  const server = await startEmbedded({ folder: await aFolder() });
  let restarts = 0;
  const stop = server.keepRunning({
    restarted: () => {
      restarts += 1;
    },
    failed: (error) => {
      throw error;
    },
  });
  onTestFinished(stop);
  await ask(server.url("owner"), "create table kept as select 7 as n");
  for (const killed of [1, 2]) {
    process.kill(postmasterPid(server.data), "SIGKILL");
    await expect.poll(() => restarts).toBe(killed);
    expect(await ask(server.url("owner"), "select n from kept")).toEqual([{ n: 7 }]);
  }

  await stop();
  await server.stop();
  expect(existsSync(join(server.data, "postmaster.pid")), "a server that was stopped stays stopped").toBe(
    false,
  );
});

test("a running site starts its killed server again and has every signature", async () => {
  const checkout = await anEmptyFolder();
  await makeCheckout(checkout);
  const port = await freePort();
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production" as const, PORT: String(port) };
  const site = await startAlone(checkout, env, checkout);
  onTestFinished(async () => {
    await site.stop();
    await removeEmbedded(join(checkout, "var"));
  });
  const url = `http://localhost:${port}`;
  const sign = (email: string) =>
    fetch(`${url}/c/microsoft-ice/sign`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url },
      body: new URLSearchParams({ name: "Ana", email, country: "US", consent_sign: "on" }),
    });
  expect((await sign("before@example.org")).status).toBe(303);

  const { data, url: databaseUrl } = await startEmbedded({ folder: join(checkout, "var") });
  const killed = postmasterPid(data);
  process.kill(killed, "SIGKILL");
  await expect.poll(() => postmasterPid(data)).not.toBe(killed);
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await sign("after@example.org")).status).toBe(303);
  await expect
    // A worker that was starting ends with the server, and is started again.
    .poll(() => ask(databaseUrl("owner"), "select email from supporters order by email"), { timeout: 40_000 })
    .toEqual([{ email: "after@example.org" }, { email: "before@example.org" }]);
}, 120_000);

test("a server that cannot start is reported once, and runs once its port is free", async () => {
  const server = await startEmbedded({ folder: await aFolder(), fsync: false });
  const failures: unknown[] = [];
  let restarts = 0;
  const blocker = createServer();
  await server.stop();
  blocker.listen(Number(new URL(server.url("app")).port), "127.0.0.1");
  await once(blocker, "listening");
  onTestFinished(
    server.keepRunning({
      restarted: () => {
        restarts += 1;
      },
      failed: (error) => failures.push(error),
    }),
  );
  await expect.poll(() => failures.length, { timeout: 40_000 }).toBe(1);
  blocker.close();
  await expect.poll(() => restarts, { timeout: 40_000 }).toBe(1);
  expect(failures).toHaveLength(1);
}, 90_000);

test("a server that goes away while it is found is started again", async () => {
  const folder = await aFolder();
  const server = await startEmbedded({ folder, fsync: false });
  const pidFile = join(server.data, "postmaster.pid");
  const found = readFileSync(pidFile, "utf8").split("\n");
  process.kill(postmasterPid(server.data), "SIGKILL");
  // As for a moment after a kill -9: the process exists, and the port answers once more.
  const dying = createServer((socket) => {
    dying.close();
    socket.destroy();
  });
  dying.listen(0, "127.0.0.1");
  await once(dying, "listening");
  const leaving = spawn("sleep", ["60"]);
  onTestFinished(() => void leaving.kill());
  found.splice(0, 1, String(leaving.pid));
  found.splice(3, 1, String((dying.address() as AddressInfo).port));
  writeFileSync(pidFile, found.join("\n"));

  const again = await startEmbedded({ folder, fsync: false });
  expect(dying.listening, "it was found").toBe(false);
  expect(await ask(again.url("app"), "select 1 as n")).toEqual([{ n: 1 }]);
});

test("processes that find the pid of another program at one moment leave no broken file", async () => {
  const folder = await aFolder();
  const { data } = await startEmbedded({ folder, fsync: false });
  const pidFile = join(data, "postmaster.pid");
  const server = readFileSync(pidFile, "utf8");
  process.kill(postmasterPid(data), "SIGKILL");
  const program = spawn("sleep", ["60"]);
  onTestFinished(() => void program.kill());
  const others = server.replace(/^\d+/, String(program.pid));
  const written = join(folder, "others.pid");
  writeFileSync(written, others);
  rmSync(pidFile);

  // Compiled once: loading its source would take each process longer than its wait.
  const compiled = join(folder, "compiled");
  await build({
    configFile: false,
    logLevel: "error",
    build: { ssr: join(root, "db/embedded/postmaster.ts"), outDir: compiled, target: "es2022" },
  });
  const query = `
    import { forgetOthersPid } from ${JSON.stringify(pathToFileURL(join(compiled, "postmaster.js")))};
    for (const end = Date.now() + 1000; Date.now() < end; ) forgetOthersPid(${JSON.stringify(data)});`;
  const lookers = [1, 2, 3].map(() =>
    spawn(process.execPath, ["--input-type=module", "-e", query], { cwd: root, stdio: "inherit" }),
  );
  const found = new Set<string>();
  let over = false;
  const ended = Promise.all(lookers.map((looker) => once(looker, "exit"))).then((codes) => {
    over = true;
    return codes.map(([code]) => code);
  });
  for (; !over; await new Promise((resolve) => setTimeout(resolve, 1))) {
    try {
      found.add(readFileSync(pidFile, "utf8"));
    } catch {
      linkSync(written, pidFile);
    }
  }
  expect(await ended).toEqual([0, 0, 0]);
  expect([...found]).toEqual([others]);
  rmSync(pidFile, { force: true });
});

test("two starts at once make one server with one set of passwords", async () => {
  const folder = await anEmptyFolder();
  const [one, other] = await Promise.all([
    startEmbedded({ folder, fsync: false }),
    startEmbedded({ folder, fsync: false }),
  ]);
  expect(one.url("app")).toBe(other.url("app"));
  expect(await ask(other.url("owner"), "select 1 as n")).toEqual([{ n: 1 }]);
});

test("nobody gets in without the password, which only the checkout's owner can read", async () => {
  const folder = await anEmptyFolder({ inCheckout: true });
  const server = await startEmbedded({ folder, fsync: false });
  const file = join(folder, "postgres.passwords");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(file).uid).toBe(statSync(root).uid);
  expect(statSync(server.data).mode & 0o777).toBe(0o700);

  const refused = { code: "28P01" };
  for (const role of ["nobody", "postgres", "undersigned", "undersigned_app"]) {
    for (const password of ["", "wrong", role]) {
      const url = new URL(server.url("app"));
      Object.assign(url, { username: role, password });
      await expect(ask(url.toString(), "select 1"), `${role} with "${password}"`).rejects.toMatchObject(
        refused,
      );
    }
  }
  if (process.getuid?.() === 0) {
    const reading = spawnSync("cat", [file], { uid: 65534, gid: 65534, encoding: "utf8" });
    expect([reading.status, reading.stdout]).toEqual([1, ""]);
  }
});

test("the owner is no superuser, and the product's role cannot change the schema", async () => {
  const server = await startEmbedded({ folder: await aFolder(), fsync: false });
  const roles = "select rolname from pg_roles where rolsuper and rolname not like 'pg%'";
  expect(
    await ask(server.url("superuser", "postgres"), `${roles} or rolname = 'postgres' and rolsuper`),
  ).toEqual([{ rolname: "postgres" }]);
  await expect(ask(server.url("app"), "create table public.t ()")).rejects.toMatchObject({ code: "42501" });
  await expect(ask(server.url("app"), "create schema s")).rejects.toMatchObject({ code: "42501" });
  await expect(ask(server.url("app", "postgres"), "create table t ()")).rejects.toMatchObject({
    code: "42501",
  });
});

test("it listens on loopback alone, keeps to durable settings, and logs no rows", async () => {
  const server = await startEmbedded({ folder: await aFolder() });
  const [settings] = await ask(
    server.url("superuser", "postgres"),
    `select current_setting('listen_addresses') as listens,
      current_setting('unix_socket_directories') as sockets,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous,
      current_setting('full_page_writes') as pages, current_setting('log_error_verbosity') as verbosity,
      current_setting('server_encoding') as encoding, current_setting('password_encryption') as passwords`,
  );
  expect(settings).toEqual({
    listens: "127.0.0.1",
    sockets: "",
    fsync: "on",
    synchronous: "on",
    pages: "on",
    verbosity: "terse",
    encoding: "UTF8",
    passwords: "scram-sha-256",
  });

  await ask(server.url("owner"), "create table t (address text check (address = ''))");
  await expect(ask(server.url("owner"), "insert into t values ('ana@example.org')")).rejects.toThrow(
    /violates check/,
  );
  expect(readFileSync(join(server.data, "server.log"), "utf8")).not.toContain("ana@example.org");
});

test("a lost password file gets new passwords and loses no rows", async () => {
  const folder = await aFolder();
  const server = await startEmbedded({ folder });
  await ask(server.url("owner"), "create table kept as select 7 as n");
  rmSync(join(folder, "postgres.passwords"));

  const again = await startEmbedded({ folder });
  expect(again.url("owner")).not.toBe(server.url("owner"));
  expect(await ask(again.url("owner"), "select n from kept")).toEqual([{ n: 7 }]);
  await expect(ask(server.url("owner"), "select 1")).rejects.toMatchObject({ code: "28P01" });
});

test("run by root, a checkout its server's account cannot enter uses root's folder", async () => {
  const outer = await aFolder();
  const folder = join(outer, "var");
  const server = await startEmbedded({ folder: outer, fsync: false });
  await server.stop();
  if (process.getuid?.() !== 0) return expect(statSync(server.data).uid).toBe(process.getuid?.());

  chmodSync(outer, 0o700);
  onTestFinished(() => chmodSync(outer, 0o711));
  const inside = await startEmbedded({ folder, fsync: false });
  const location = readFileSync(join(folder, "postgres.location"), "utf8").trim();
  expect(location).toBe(inside.data);
  expect(inside.data).toMatch(/^\/var\/lib\/undersigned\/[0-9a-f]{64}\/data$/);
  expect(statSync(join(inside.data, "..")).uid).toBe(0);
  expect(statSync(inside.data).uid).not.toBe(0);
  expect(await ask(inside.url("app"), "select 1 as n")).toEqual([{ n: 1 }]);

  await removeEmbedded(folder);
  expect(existsSync(inside.data)).toBe(false);
});
