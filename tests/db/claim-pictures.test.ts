import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFolder, bringUpToDate, withoutFunctions } from "#tests/support/migrations.ts";

// Remove with the next release: then nobody upgrades from a schema before it.
test("a chart becomes a picture of growth, in a claim, its draft and a removal", async () => {
  const db = await aDatabase({ bare: true });
  await bringUpToDate(db, withoutFunctions(aFolder({ only: 33 })));
  const { id } = await aCampaign(db);
  const figure = { unit: "tonne", points: [{ on: "2026-01", value: 4, qualifier: "about" }] };
  const stored = JSON.stringify(figure);
  await db.execute(sql`
    insert into claims (campaign_id, position, section, kind, text, attribution, figure, draft) values
    (${id}, 1, 'thesis', 'opinion', 'A', 'B', ${stored}::text::jsonb,
      jsonb_build_object('figure', ${stored}::text::jsonb)),
      (${id}, 2, 'thesis', 'opinion', 'A', 'B', null, null)`);
  await db.execute(sql`
    insert into claim_removals (campaign_id, at, actor, deleted, withdrawn, offered)
    select ${id}, now(), 'operator', jsonb_agg(to_jsonb(c)),
      jsonb_build_array(jsonb_build_object('id', 1,
        'live', jsonb_build_object('figure', null), 'draft', null)),
      '{}' from claims c`);
  await bringUpToDate(db);
  const picture = { ...figure, kind: "growth", heading: null, look: "bars" };
  const rows = await db.execute(sql`select picture, draft from claims order by position`);
  expect([...rows]).toEqual([
    { picture, draft: { picture } },
    { picture: null, draft: null },
  ]);
  const [removal] = await db.execute<{ deleted: object[]; withdrawn: object[] }>(
    sql`select deleted, withdrawn from claim_removals`,
  );
  expect(removal?.deleted).toMatchObject([
    { picture, draft: { picture } },
    { picture: null, draft: null },
  ]);
  expect(removal?.withdrawn).toEqual([{ id: 1, live: { picture: null }, draft: null }]);
});
