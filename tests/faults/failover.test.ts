// A primary and its replica: the replica is in front in the URL, the primary dies, the replica is promoted.
import { appendFileSync, chownSync, cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { whyNotReady } from "#app/cli/process/readiness.server.ts";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { connect, disconnect } from "#db/connection.ts";
import { findBinaries } from "#db/embedded/binaries.ts";
import { findDataFolder } from "#db/embedded/data-folder.ts";
import { roleNames } from "#db/embedded/passwords.ts";
import {
  findFreePort,
  findPostmaster,
  isGone,
  startPostmaster,
  stopPostmaster,
} from "#db/embedded/postmaster.ts";
import { run } from "#db/embedded/run.ts";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { builtFor, migrate } from "#db/migrate.ts";
import { seed } from "#db/seed/index.ts";
import { emailNames } from "#tests/support/email-names.ts";
import { freePort } from "#tests/support/free-port.ts";
import { aWeb } from "./web.ts";

const root = join(import.meta.dirname, "../..");

/** A primary and a replica that follows it. Returns the addresses of both and what may happen to them. */
async function aPair() {
  const folder = join(root, `.cache/test-postgres-pair-${process.pid}`);
  onTestFinished(() => removeEmbedded(folder));
  const first = await startEmbedded({ folder, fsync: false });
  await migrate({
    ownerUrl: first.url("owner"),
    folder: join(root, "db"),
    appRole: roleNames.app,
    queues: queueNames,
    emails: emailNames,
  });
  const db = connect(first.url("owner"), { max: 1 });
  await seed(db);
  await disconnect(db);
  const place = findDataFolder(folder);
  const bin = findBinaries(place.account);
  appendFileSync(join(place.data, "pg_hba.conf"), "host replication all 127.0.0.1/32 scram-sha-256\n");
  await first.stop();

  const replica = { ...place, data: `${place.data}-replica` };
  cpSync(place.data, replica.data, { recursive: true, preserveTimestamps: true });
  const primary = await startEmbedded({ folder, fsync: false });
  const { hostname, port, username, password } = new URL(primary.url("superuser"));
  const from = `host=${hostname} port=${port} user=${username} password=${password}`;
  appendFileSync(join(replica.data, "postgresql.auto.conf"), `primary_conninfo = '${from}'\n`);
  writeFileSync(join(replica.data, "standby.signal"), "");
  if (place.account) {
    const { uid, gid } = place.account;
    for (const name of ["", ...readdirSync(replica.data, { recursive: true })])
      chownSync(join(replica.data, String(name)), uid, gid);
  }
  const replicaPort = await findFreePort(undefined);
  await startPostmaster(bin, replica, { port: replicaPort, fsync: false });
  onTestFinished(() => stopPostmaster(replica.data, "fast").then(() => {}));
  const urlOf = (hosts: string, attributes = "") => {
    const { username: app, password: secret, pathname } = new URL(primary.url("app"));
    return `postgres://${app}:${secret}@${hosts}${pathname}${attributes}`;
  };
  return {
    urlOf,
    primaryHost: `127.0.0.1:${port}`,
    replicaHost: `127.0.0.1:${replicaPort}`,
    killPrimary: async () => {
      const { pid } = findPostmaster(place.data) ?? { pid: 0 };
      await run(place.account, join(bin, "pg_ctl"), ["stop", "-D", place.data, "-m", "immediate"]);
      await isGone(place.data, pid, 10_000);
    },
    promote: () => run(place.account, join(bin, "pg_ctl"), ["promote", "-D", replica.data, "-w"]),
  };
}

test("a replica is not taken for the primary, and no one hangs while neither takes writes", async () => {
  const { urlOf, primaryHost, replicaHost, killPrimary, promote } = await aPair();
  const alone = connect(urlOf(replicaHost), { max: 2 });
  onTestFinished(() => disconnect(alone));
  const needed = builtFor(join(root, "db"));
  expect(await whyNotReady(alone, needed)).toContain("replica");
  const there = connect(urlOf(primaryHost), { max: 2 });
  expect(await whyNotReady(there, needed)).toBe(null);
  expect(await whyNotReady(there, needed + 1)).toContain("another version");
  await disconnect(there);

  const appUrl = urlOf(`${replicaHost},${primaryHost}`, "?target_session_attrs=read-write");
  const port = await freePort();
  const web = await aWeb({ appUrl, db: alone }, { port, TRUST_PROXY: "1" });
  let people = 0;
  const sign = async () => {
    people++;
    const email = `failover-${people}@people.test`;
    const body = new URLSearchParams({ name: "Ana", email, country: "US", consent_sign: "on" });
    const headers = { origin: `http://localhost:${port}`, "x-forwarded-for": `198.51.100.${people}` };
    const path = `${web.url}/c/microsoft-ice/sign`;
    return (await fetch(path, { method: "POST", redirect: "manual", headers, body })).status;
  };
  const many = async () => {
    const from = Date.now();
    const statuses = await Promise.all(Array.from({ length: 20 }, sign));
    return { statuses: [...new Set(statuses)], isSoon: Date.now() - from < 5000 };
  };
  const ready = async () => (await fetch(`${web.url}/readyz`)).status;
  expect(await ready()).toBe(200);
  expect(await many()).toEqual({ statuses: [303], isSoon: true });
  const stored = () => alone.execute<{ n: number }>(sql`select count(*)::int as n from waiting_forms`);
  await expect.poll(async () => (await stored())[0]?.n).toBe(20);

  await killPrimary();
  expect(await many()).toEqual({ statuses: [503], isSoon: true });
  expect(await ready()).toBe(503);
  expect((await fetch(`${web.url}/privacy`)).status).toBe(503);

  await promote();
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  expect(await many()).toEqual({ statuses: [303], isSoon: true });
  expect((await stored())[0]?.n).toBe(40);
}, 90_000);
