import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { databaseUrl } from "#tests/support/cluster.ts";
import { holding, letter, signing } from "#tests/support/forms.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();

test("in an outage pages stay and forms return, and all works afterwards", async () => {
  const campaign = "/c/microsoft-ice";
  const fields = () => signing(undefined, { comment: "Kept words" });
  const pledged = () => ({ ...fields(), ...holding, shares: "12.5" });
  const written = () => ({ ...fields(), ...letter, body: "Kept words in a letter" });
  expect((await site.get(campaign)).status).toBe(200);
  expect((await site.get(`${campaign}/pledge`)).status).toBe(200);
  expect((await site.get(`${campaign}/letter`)).status).toBe(200);
  expect((await site.post(`${campaign}/sign`, fields())).status).toBe(303);
  expect((await site.post(`${campaign}/pledge`, pledged())).status).toBe(303);
  const waiting = () => site.db.execute(sql`select 1 from outbox where state in ('queued', 'claimed')`);
  await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBe(0);

  const name = site.db.$client.options.database;
  const admin = postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await admin.unsafe(`alter database ${name} allow_connections true`);
    await admin.end();
  });
  const inside = postgres(databaseUrl(inject("clusterUrl"), name), { max: 1, onnotice: () => {} });
  const locked = inside
    .unsafe("begin; lock table waiting_forms; select pg_sleep(60)")
    .simple()
    .catch(() => "gone");
  const waitsFor = (event: string) => admin`
    select 1 from pg_stat_activity where datname = ${name} and wait_event_type = ${event}`;
  await expect.poll(async () => (await waitsFor("Timeout")).length).toBeGreaterThan(0);
  const under = Array.from({ length: 12 }, () => site.post(`${campaign}/sign`, fields()));
  // A group waits for the lock; the others wait for the group.
  const groups = () => admin`
    select 1 from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'
      and query ilike '%insert into waiting_forms%'`;
  await expect.poll(async () => (await groups()).length).toBe(1);
  await admin.unsafe(`alter database ${name} allow_connections false`);
  // End those that wait for the lock first: otherwise one of them gets it, stores its form and answers
  // success. When the group fails, the others follow as the next, with or without an open connection.
  let answers: Response[] = [];
  const answering = Promise.all(under).then((all) => {
    answers = all;
  });
  const endWaiting = async () => {
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${name} and wait_event_type = 'Lock'`;
    return answers.length;
  };
  await expect.poll(endWaiting).toBe(under.length);
  await answering;
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  expect(await locked).toBe("gone");
  await inside.end({ timeout: 1 });
  expect(answers.map(({ status }) => status)).toEqual(under.map(() => 503));
  expect((await site.get("/readyz")).status).toBe(503);
  expect((await site.get("/healthz")).status).toBe(200);

  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect((await site.get(campaign)).status).toBe(200);
  const refused = await site.post(`${campaign}/sign`, fields());
  expect(refused.status).toBe(503);
  const html = await refused.text();
  expect(html).toContain("We can’t store anything right now");
  expect(html).toContain("Kept words");
  expect((await site.get(`${campaign}/pledge`)).status).toBe(200);
  const pledge = await site.post(`${campaign}/pledge`, pledged());
  expect(pledge.status).toBe(503);
  const form = await pledge.text();
  expect(form).toContain("We can’t store anything right now");
  expect(form).toContain("Kept words");
  expect(form).toContain('value="12.5"');

  for (const pressed of [{}, { step: "compose" }, { step: "preview" }]) {
    const letter = await site.post(`${campaign}/letter`, { ...written(), ...pressed });
    expect([pressed, letter.status]).toEqual([pressed, "step" in pressed ? 200 : 503]);
    expect(await letter.text()).toContain("Kept words in a letter");
  }

  await admin.unsafe(`alter database ${name} allow_connections true`);
  await expect.poll(async () => (await site.get("/readyz")).status, { timeout: 15_000 }).toBe(200);
  const { email, ...rest } = fields();
  expect((await site.post(`${campaign}/sign`, { email, ...rest })).status).toBe(303);
  await site.formsTaken();
  expect(await site.db.execute(sql`select 1 from supporters where email = ${email}`)).toHaveLength(1);
}, 60_000);
