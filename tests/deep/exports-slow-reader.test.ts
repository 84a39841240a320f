import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { exportSignatures } from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { fill } from "#tests/support/fill.ts";

test("a download slower than the database gives its connection back", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await fill(
    db,
    sql`
    insert into supporters (email_canonical, email, name, country)
    select 'p' || n || '@example.org', 'p' || n || '@example.org', repeat('Long Name ', 10) || n, 'US'
    from generate_series(1, 9000) n`,
    sql`
    insert into signatures (campaign_id, supporter_id, petition_version, state, confirmed_at, comment,
      receipt_code)
    select ${campaign.id}, id, 1, 'confirmed', now(), repeat('Ten long mebibytes in all. ', 36),
      substr(lpad(id::text, 8, '0'), 1, 4) || '-' || substr(lpad(id::text, 8, '0'), 5, 4) || '-00'
    from supporters`,
  );

  const twoConnections = openAs("app", db);
  for (const attempt of [1, 2]) {
    const slow = new Writable({ write: (_chunk, _encoding, done) => void pause(20).then(() => done()) });
    const exported = await exportSignatures(
      twoConnections,
      testKeys,
      { campaignSlug: campaign.slug, preset: "full" },
      slow,
    );
    expect([attempt, exported.outcome]).toEqual([attempt, "exported"]);
  }
});
