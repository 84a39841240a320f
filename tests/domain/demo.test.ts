import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addDemo } from "#app/demo/add-demo.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { seed } from "#db/seed/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
await seed(db);

const many = (query: ReturnType<typeof sql>) =>
  db.execute<{ n: number }>(sql`select count(*)::int as n from ${query}`).then(([row]) => row?.n);

test("the demo fills the first campaign with people, and what they leave adds up", async () => {
  const added = await addDemo(db, testKeys, { many: 800 });
  expect(added).toEqual({
    outcome: "added",
    signers: 800,
    pledges: expect.any(Number),
    letters: expect.any(Number),
    updates: 3,
  });
  expect(await many(sql`signatures where state = 'confirmed'`)).toBeGreaterThan(650);
  expect(await many(sql`signatures where state = 'withdrawn'`)).toBeGreaterThan(0);
  expect(await many(sql`pledges where status = 'active'`)).toBeGreaterThan(10);
  expect(await many(sql`letters where hold_reason is not null`)).toBeGreaterThan(0);
  expect(await many(sql`letter_dispatches where approved_at is not null`)).toBe(1);
  expect(await many(sql`updates where state = 'sent'`)).toBe(2);
  expect(await many(sql`updates where state = 'draft' and submitted_at is not null`)).toBe(1);
  expect(
    await many(
      sql`updates u where state = 'sent' and audience_size <> (select count(*) from outbox d
          where d.update_id = u.id)`,
    ),
  ).toBe(0);
  expect(await many(sql`supporters where email !~ '@example[.](org|com|net)$'`)).toBe(0);
  expect(
    await many(
      sql`outbox where state = 'queued' and supporter_id is not null
        and created_at < now() - interval '1 hour'`,
    ),
  ).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("where somebody is known nobody is added", async () => {
  const before = await many(sql`supporters`);
  expect(await addDemo(db, testKeys)).toEqual({ outcome: "has-people" });
  expect(await many(sql`supporters`)).toBe(before);
});
