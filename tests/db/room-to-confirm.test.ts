import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();

test("that people have confirmed is stored without writing to the indexes of people", async () => {
  await db.execute(sql`
    insert into supporters (email_canonical, email, name, country, locale)
    select address, address, 'Ana Sample', 'US', 'en'
    from generate_series(1, 400) as n, concat('ana-', n, '@example.org') as address`);
  const moved = await db.transaction(async (tx) => {
    await tx.execute(sql`update supporters set confirmed_at = now() where id % 10 = 0`);
    const [row] = await tx.execute(sql`
      select pg_stat_get_xact_tuples_updated('supporters'::regclass)::int as updated,
        pg_stat_get_xact_tuples_hot_updated('supporters'::regclass)::int as "withoutIndexes"`);
    return row;
  });
  expect(moved).toEqual({ updated: 40, withoutIndexes: 40 });
});
