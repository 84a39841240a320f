import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addDemo } from "#app/demo/add-demo.server.ts";
import { hasOrganizers } from "#app/domain/access/queries.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { seed } from "#db/seed/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
await seed(db);
const added = await addDemo(db, testKeys, { many: 800 });

const many = (query: ReturnType<typeof sql>) =>
  db.execute<{ n: number }>(sql`select count(*)::int as n from ${query}`).then(([row]) => row?.n);

test("the demo fills the first campaign with people, and what they leave adds up", async () => {
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

test("nothing in the demo is older than the petition it is about", async () => {
  const [dates] = await db.execute<{
    published: string;
    opened: string;
    signed: string;
    reached: string;
  }>(sql`
    select (select min(published_at) from petition_versions) as published,
      (select opened_at from campaigns) as opened,
      (select min(signed_at) from signatures) as signed,
      (select min(created_at) from updates) as reached`);
  const { published = "", opened, signed = "", reached = "" } = dates ?? {};
  expect(opened).toBe(published);
  expect(published < signed).toBe(true);
  expect(signed < reached).toBe(true);
});

test("two people stand for each update and dispatch of the demo", async () => {
  const alone = sql`approved_alone or submitted_by_id is null or submitted_by_id = approved_by_id`;
  expect(await many(sql`letter_dispatches where ${alone}`)).toBe(0);
  expect(await many(sql`updates where state = 'sent' and (${alone})`)).toBe(0);
  // The first organizer is the person who tries it.
  expect(await hasOrganizers(db)).toBe(false);
  expect(await many(sql`campaign_organizers`)).toBe(0);
});

test("most shares of the demo are for the campaign, and no holder has half of them", async () => {
  const rows = await db.execute<{ intention: string; shares: number; holders: number }>(sql`
    select intention, sum(whole_shares)::int as shares, sum(holders)::int as holders from pledge_totals
    where ballot_item_id is null and kind <> 'fund' group by 1`);
  const of = (wanted: string) => rows.find(({ intention }) => intention === wanted);
  expect(of("for")?.holders).toBeGreaterThan(8);
  expect(of("against")?.shares ?? 0).toBe(0);
  // Nobody has more than 500.
  expect(of("for")?.shares).toBeGreaterThan(1000);
});

test("only people in the United States write of arrests around them", async () => {
  const abroad = sql`signatures s join supporters p on p.id = s.supporter_id
    where p.country <> 'US' and s.comment`;
  expect(await many(sql`${abroad} is not null`)).toBeGreaterThan(0);
  expect(await many(sql`${abroad} ~ '(nurse|eighbors|children|papers|county|maestra|vecino)'`)).toBe(0);
});

test("where somebody is known nobody is added", async () => {
  const before = await many(sql`supporters`);
  expect(await addDemo(db, testKeys)).toEqual({ outcome: "has-people" });
  expect(await many(sql`supporters`)).toBe(before);
});
