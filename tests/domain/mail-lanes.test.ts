import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { foldHours } from "#app/domain/activity/fold-hours.server.ts";
import { readMailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { createMetrics } from "#app/http/metrics.ts";
import { createSharedPace, readPace } from "#app/mail/shared-pace.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import { fill } from "#tests/support/fill.ts";
import { aStubMailing, silent } from "#tests/support/mail.ts";
import { anotherWaitingMail } from "#tests/support/outbox.ts";

const db = await aDatabase();
beforeEach(async () => {
  await db.execute(sql`update outbox set state = 'skipped' where state = 'queued'`);
  await db.execute(sql`delete from mail_minutes`);
});
const laneOf = async (lane: string, limit: Parameters<typeof readMailLanes>[1] = null) =>
  (await readMailLanes(db, limit)).lanes.find((one) => one.lane === lane);
const passMinutes = (minutes: number) =>
  db.execute(sql`update mail_minutes set minute = minute - make_interval(mins => ${minutes})`);

test("a lane shows what waits, what was handed over lately, and when it is empty", async () => {
  const { mailing } = aStubMailing("resend");
  for (let n = 0; n < 3; n++) await anotherWaitingMail(db);
  const limit = { announced: 5, used: 4.75 };
  expect(await laneOf("awaited")).toMatchObject({ waiting: 3, perMinute: 0, untilEmpty: "not-moving" });
  const fresh = await laneOf("awaited", limit);
  expect(fresh?.oldest).toBeLessThan(60);
  expect(fresh?.untilEmpty, "nothing left yet, but nothing had to").toBeCloseTo(3 / 4.75);

  expect(await sendDueEmails(db, mailing, { log: silent })).toBe(3);
  const sent = await laneOf("awaited", limit);
  expect(sent).toMatchObject({ waiting: 0, oldest: null, untilEmpty: null });
  const seconds = 180 / (sent?.perMinute ?? 0);
  expect(seconds, "averaged over five whole minutes and the one under way").toBeGreaterThanOrEqual(299);
  expect(seconds).toBeLessThan(361);
  await passMinutes(7);
  expect(await laneOf("awaited")).toMatchObject({ perMinute: 0 });
  await passMinutes(60);
  await foldHours(db);
  expect(await db.execute(sql`select from mail_minutes`)).toHaveLength(0);
});

test("emails that were handed over and bounced count once, those that were never sent do not", async () => {
  const ids = [];
  for (let n = 0; n < 4; n++) ids.push((await anotherWaitingMail(db)).id);
  await db.execute(sql`update outbox set state = 'skipped' where id = ${ids[0]}`);
  await db.execute(sql`update outbox set state = 'failed' where id = ${ids[1]}`);
  await db.execute(sql`update outbox set state = 'accepted' where id = ${ids[2]}`);
  await db.execute(sql`update outbox set state = 'bounced' where id in ${ids.slice(2)}`);
  const [{ n } = {}] = await db.execute(sql`select sum(n)::int as n from mail_minutes where lane = 0`);
  expect(n).toBe(2);
  await db.execute(sql`delete from mail_minutes`);
});

test("metrics have the lanes, and answer without them while the database does not", async () => {
  await anotherWaitingMail(db);
  const read = async (readLanes: Parameters<typeof createMetrics>[0]) => {
    let text = "";
    const response = { writeHead: () => response, end: (said: string) => (text = said) };
    await createMetrics(readLanes).listener({} as never, response as never);
    await expect.poll(() => text).not.toBe("");
    return text;
  };
  await createSharedPace(db.$client, "resend", 5).untilNear();
  const text = await read(async () => readMailLanes(db, await readPace(db.$client, "resend")));
  expect(text).toMatch(/^undersigned_emails_waiting\{lane="awaited"\} 1$/m);
  expect(text).toMatch(/^undersigned_emails_limit_calls_per_second 4\.75$/m);
  const stopped = await read(async () => {
    const { lanes, ...rest } = await readMailLanes(db, null);
    return { ...rest, lanes: lanes.map((one) => ({ ...one, untilEmpty: "not-moving" as const })) };
  });
  expect(stopped).toMatch(/^undersigned_emails_until_empty_seconds\{lane="updates"\} \+Inf$/m);
  const away = await read(() => Promise.reject(new Error("away")));
  expect(away).not.toMatch(/^undersigned_emails_(waiting|limit)[^#]* \d/m);
  expect(away).toContain("process_cpu_seconds_total");
});

test("among a hundred thousand old emails only those that wait are read", async () => {
  const { id } = await anotherWaitingMail(db);
  await fill(
    db,
    sql`insert into outbox (supporter_id, campaign_id, template, lane, state, settled_at)
      select supporter_id, campaign_id, 'receipt', 'free', 'delivered', now()
      from outbox, generate_series(1, 100000) where id = ${id}`,
  );
  const plans: string[] = [];
  const explained = {
    execute: async (query: Parameters<typeof db.execute>[0]) => {
      const plan = await db.execute(sql`explain ${query}`);
      plans.push(JSON.stringify(plan));
      return db.execute(query);
    },
  };
  await readMailLanes(explained as never, null);
  expect(plans.join()).toContain("outbox_next");
  expect(plans.join()).not.toContain("Seq Scan on outbox");
});
