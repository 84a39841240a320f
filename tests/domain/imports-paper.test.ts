import { expect, test } from "vitest";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { readPublicCounts } from "#app/domain/pages/read-public-counts.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { outbox, paperSignatures, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aFileHandedIn,
  aSheetTyped,
  found,
  importedAt,
  scopeOf,
  takenIn,
  work,
} from "#tests/support/imports.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

test("paper counts separately, twice on a sheet is once, and nobody is emailed", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const scope = await scopeOf(db, campaign);
  await aStoredSignature(db, campaign, { name: "Here Before" });
  const first = await aSheetTyped(db, scope, ["Ana Paper", "Ben Paper", "ana paper", "Here Before"]);
  expect(first.outcomes).toEqual(["new", "new", "repeat", "new"]);
  const second = await aSheetTyped(db, scope, ["Ben Paper", "Cleo Paper"]);
  expect(second.outcomes).toEqual(["known", "new"]);

  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, pending: 0, onPaper: 4 });
  expect(Object.keys(await readPublicCounts(db, { id: campaign.id, companies: [] })).sort()).toEqual(
    ["asOf", "holders", "letters", "signatures", "wholeShares"], // the contract of count.json
  );
  expect(await db.$count(supporters)).toBe(1);
  expect(await db.$count(outbox)).toBe(0);

  expect(await undoImport(db, { ...scope, publicId: first.publicId }, importedAt)).toBe(true);
  await work(db);
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, onPaper: 1 });
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a sheet as a file: its addresses are not read, so nobody is ever emailed", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const scope = await scopeOf(db, campaign);
  const sheet = "Name,Email,Postcode,Country,Newsletter\r\nAna Paper,ana@example.org,02139,US,yes\r\n";
  const which = await aFileHandedIn(db, scope, sheet, { format: "paper" });
  expect((await found(db, which)).mapping?.columns).toEqual({ name: 0, country: 3, postal_code: 2 });
  expect(await takenIn(db, which, { agreement: { updatesFor: "everyone" } })).toMatchObject({ added: 1 });
  expect(await db.select().from(paperSignatures)).toMatchObject([{ name: "Ana Paper", postalCode: "02139" }]);
  expect(await db.$count(supporters)).toBe(0);
});

test("names on paper are erased with their campaign, and still counted", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await aSheetTyped(db, await scopeOf(db, campaign), ["Ana Paper", "Ben Paper"]);
  const closed = { campaignSlug: campaign.slug, months: 1, actor: "operator", dryRun: false } as const;
  await closeCampaign(db, closed, new Date("2026-01-01T00:00:00Z"));
  await eraseClosed(db, { list: async () => [], remove: async () => {} }, new Date("2026-03-01T00:00:00Z"));
  expect(await db.$count(paperSignatures)).toBe(0);
  expect((await readCounts(db, campaign.id)).onPaper).toBe(2);
  expect(await listCounterDrift(db)).toEqual([]);
});
