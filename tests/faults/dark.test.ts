// A connection to the database stops answering without an end: its host lost power, or its process hangs.
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { waitingForms } from "#db/schema/index.ts";
import { aDoor } from "#tests/support/door.ts";
import { freePort } from "#tests/support/free-port.ts";
import { aGround } from "./scene.ts";
import { further } from "./sizes.ts";
import { aSeededCampaign, aWeb } from "./web.ts";

/** A site whose connections go through a door, and people who sign there. */
async function aSignedSite() {
  const ground = await aGround();
  const campaign = await aSeededCampaign(ground);
  const door = await aDoor(ground.appUrl);
  const port = await freePort();
  const settings = { DATABASE_URL: door.url, TRUST_PROXY: "1" };
  const web = await aWeb(ground, { port, ...settings });

  let people = 0;
  const acknowledged: string[] = [];
  /** Posts a form, returns the status and keeps the address of what was acknowledged. */
  const sign = async () => {
    const person = `dark-${++people}@people.test`;
    const body = new URLSearchParams({ name: "Ana", email: person, country: "US", consent_sign: "on" });
    const headers = { origin: `http://localhost:${port}`, "x-forwarded-for": `198.51.100.${people}` };
    const answer = await fetch(`${web.url}${campaign}/sign`, {
      method: "POST",
      redirect: "manual",
      headers,
      body,
    });
    if (answer.status === 303) acknowledged.push(person);
    else expect(await answer.text()).toContain(person);
    return answer.status;
  };
  const several = async () => {
    const from = Date.now();
    const statuses = await Promise.all(Array.from({ length: 5 }, sign));
    return { statuses, seconds: (Date.now() - from) / 1000 };
  };
  /** Every acknowledged form is stored, and none twice. */
  const expectEachStoredOnce = async () => {
    const stored = await ground.db.$count(waitingForms);
    expect(stored).toBeGreaterThanOrEqual(acknowledged.length);
    expect(stored).toBeLessThanOrEqual(people);
    const twice = await ground.db.execute(sql`
      select 1 from waiting_forms group by address_hmac having count(*) > 1`);
    expect(twice).toHaveLength(0);
  };
  return { ground, door, web, several, expectEachStoredOnce };
}

test("one dark connection holds signers for ten seconds at most, and no form is stored twice", async () => {
  const { door, web, several, expectEachStoredOnce } = await aSignedSite();
  expect((await several()).statuses).toEqual(Array(5).fill(303));

  door.darkenAt("address_hmac");
  const dark = await several();
  expect(dark.seconds).toBeGreaterThan(9);
  expect(dark.seconds).toBeLessThan(16);
  expect(dark.statuses).toContain(503);
  expect((await several()).statuses).toEqual(Array(5).fill(303));

  // All at once, as when the way is cut: what a load balancer asks finds it out within seconds.
  door.darken();
  const ready = async () => (await fetch(`${web.url}/readyz`)).status;
  expect(await ready()).toBe(503);
  expect(await ready()).toBe(200);
  const again = await several();
  expect(again).toMatchObject({ statuses: Array(5).fill(303) });
  expect(again.seconds).toBeLessThan(5);
  door.endAtServer();
  await expectEachStoredOnce();
}, 90_000);

further(
  "a process of PostgreSQL that hangs with a group holds signers no longer",
  async () => {
    const { ground, several, expectEachStoredOnce } = await aSignedSite();
    const name = ground.db.$client.options.database;
    const admin = postgres(inject("clusterUrl"), { max: 1 });
    onTestFinished(() => admin.end());
    expect((await several()).statuses).toEqual(Array(5).fill(303));

    const lock = await ground.db.$client.reserve();
    await lock.unsafe("begin; lock table waiting_forms");
    const held = several();
    const waits = () =>
      admin<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await waits()).length).toBe(1);
    const [stuck] = await waits();
    process.kill(stuck?.pid ?? 0, "SIGSTOP");
    try {
      await lock.unsafe("rollback");
      lock.release();
      const { statuses, seconds } = await held;
      expect(statuses).toContain(503);
      expect(seconds).toBeLessThan(16);
      expect((await several()).statuses).toEqual(Array(5).fill(303));
    } finally {
      process.kill(stuck?.pid ?? 0, "SIGCONT");
    }
    const gone = () => admin`select 1 from pg_stat_activity where pid = ${stuck?.pid ?? 0}`;
    await expect.poll(async () => (await gone()).length).toBe(0);
    await expectEachStoredOnce();
  },
  90_000,
);
