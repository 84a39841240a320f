import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { downloadKept, findKept } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { makeExports } from "#app/tasks/index.ts";
import { auditEntries, listExports } from "#db/schema/index.ts";
import { aCampaign, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { keptExportsOf } from "#tests/support/exports.ts";
import { fill } from "#tests/support/fill.ts";

const db = await aDatabase();

const now = new Date("2026-11-24T12:00:00Z");

const never = new AbortController().signal;
const { asked, exported } = keptExportsOf(db, now);

const bytesOf = async (pieces: AsyncIterable<Buffer>) => buffer(Readable.from(pieces));

test("a worker without its lease stores nothing more, and each person is in once", async () => {
  const campaign = await aCampaign(db);
  const people = 12_000;
  await fill(
    db,
    sql`
    with person as (
      insert into supporters (email_canonical, email, name, country)
      select m, m, 'Person', 'US'
      from (select 'slow-' || n || '@example.org' as m from generate_series(1, ${people}::int) n) x
      returning id)
    insert into signatures (campaign_id, supporter_id, petition_version, state, confirmed_at, receipt_code)
    select ${campaign.id}, id, 1, 'confirmed', now(), translate(left(upper(md5('a' || id)), 4) || '-'
      || left(upper(md5('b' || id)), 4) || '-' || left(upper(md5('c' || id)), 2), 'ILOU', '0000')
    from person on conflict do nothing`,
  );
  const wanted = await asked(campaign, { kept: true });
  const row = async () => (await db.select().from(listExports).where(eq(listExports.id, wanted.id)))[0];
  const making = makeExports({ db, keys: testKeys, stop: never }, () => now);
  while (!(await row())?.rowsSoFar);
  await db.execute(sql`
    update exports set lease_id = gen_random_uuid(), lease_until = now() - interval '1 second'
    where id = ${wanted.id} and completed_at is null`);
  await making;
  const kept = await findKept(db, wanted, now);
  if (!kept || "outcome" in kept) throw new Error("the file is not there");
  const all = await bytesOf(
    await downloadKept(db, testKeys, { ...wanted, list: kept.list }, { from: 0, to: kept.bytes }, now),
  );
  expect(all.equals(await exported(campaign, {}))).toBe(true);
  const entries = await rowsIn(db, auditEntries, { subject: wanted.id });
  expect(entries.map(({ action }) => action).slice(0, 3)).toEqual([
    "export-started",
    "export-started",
    "export-completed",
  ]);
});
