// `npm start` and its PostgreSQL are killed in turns while sixteen people at a time keep signing.
import { setTimeout as pass } from "node:timers/promises";
import postgres from "postgres";
import { expect, onTestFinished } from "vitest";
import { findPostmaster } from "#db/embedded/postmaster.ts";
import { aRunningCheckout } from "./checkout.ts";
import { further, tell, whole } from "./sizes.ts";

const kills = whole ? 10 : 4;
const signers = 16;

further("an answered signature is stored once and whole, through kills under full load", async () => {
  const { server, answers, acknowledged, killAndStart, sign } = await aRunningCheckout("signing");
  let over = false;
  const signing = Array.from({ length: signers }, async () => {
    while (!over) if ((await sign()) !== 303) await pass(50);
  });

  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged().length;
    await expect.poll(() => acknowledged().length - before, { timeout: 60_000 }).toBeGreaterThan(300);
    if (kill % 2 === 0) await killAndStart();
    else process.kill(findPostmaster(server.data)?.pid ?? 0, "SIGKILL");
  }
  over = true;
  await Promise.all(signing);

  const sql = postgres(server.url("owner"), { max: 1 });
  onTestFinished(() => sql.end());
  const waiting = async () => (await sql`select from waiting_forms`).length;
  await expect.poll(waiting, { timeout: 120_000 }).toBe(0);
  const rows = await sql<{ email: string; parts: number[] }[]>`
      select p.email, array[
        (select count(*) from signatures where supporter_id = p.id),
        (select sum(cardinality(s.asked_consents)) from signatures s where s.supporter_id = p.id),
        (select count(*) from signature_traces t join signatures s on s.id = t.signature_id
          where s.supporter_id = p.id),
        (select count(*) from outbox
          where supporter_id = p.id and template = 'confirm-signature')]::int[] as parts
      from supporters p where p.email like '%@people.test'`;
  const stored = new Set(rows.map(({ email }) => email));
  tell("signing under kills", {
    kills,
    posts: answers.size,
    acknowledged: acknowledged().length,
    stored: stored.size,
  });
  expect(acknowledged().filter((email) => !stored.has(email))).toEqual([]);
  expect(rows.filter(({ parts }) => parts.join() !== "1,2,1,1")).toEqual([]);
  expect(stored.size).toBe(rows.length);
});
