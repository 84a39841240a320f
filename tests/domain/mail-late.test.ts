import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readIsMailLate, watchMail } from "#app/domain/activity/watch-mail.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { waitingForms } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();

const seenAgo = (interval: string | null) =>
  db.execute(sql`
    update pgboss.version set cron_on = now() - ${interval}::interval, maintained_on = null,
      monitored_on = null`);

test("emails are late while no worker notes that it runs", async () => {
  await db.delete(waitingForms);
  await seenAgo(null);
  expect(await readIsMailLate(db, testKeys)).toBe(true);
  await seenAgo("1 minute");
  expect(await readIsMailLate(db, testKeys)).toBe(false);
  await seenAgo("3 minutes");
  expect(await readIsMailLate(db, testKeys)).toBe(true);
});

test("emails are late while a form or an email has been due for minutes", async () => {
  await seenAgo("0 minutes");
  await storeForm(db, testKeys, { kind: "manage-link", canonical: "ana@people.test" });
  expect(await readIsMailLate(db, testKeys)).toBe(false);
  await db.execute(sql`update waiting_forms set due_at = now() - interval '6 minutes'`);
  expect(await readIsMailLate(db, testKeys)).toBe(true);
});

test("however many pages ask, the database is read every ten seconds", async () => {
  let now = 0;
  let asked = 0;
  let answer: Promise<boolean> = Promise.resolve(true);
  const read = () => {
    asked++;
    return answer;
  };
  const isLate = watchMail(read, () => now);
  expect(await Promise.all([isLate(), isLate(), isLate()])).toEqual([true, true, true]);
  now = 9000;
  expect([await isLate(), asked]).toEqual([true, 1]);
  // The known value answers immediately, and the next page gets the new one.
  answer = Promise.resolve(false);
  now = 11_000;
  expect([await isLate(), await isLate(), asked]).toEqual([true, false, 2]);
  // After a quiet time the page waits for the new one, or continues with the known one.
  answer = Promise.resolve(true);
  now = 90_000;
  expect([await isLate(), asked]).toEqual([true, 3]);
  answer = Promise.reject(new Error("away"));
  now = 180_000;
  expect([await isLate(), asked]).toEqual([true, 4]);
  answer = new Promise(() => {});
  now = 270_000;
  expect([await isLate(), asked]).toEqual([true, 5]);
});
