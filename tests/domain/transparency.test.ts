import { expect, test } from "vitest";
import { noteRequest, removeRequest } from "#app/domain/retention/note-request.server.ts";
import { readTransparency } from "#app/domain/retention/read-transparency.server.ts";
import { retention } from "#app/domain/retention/retention.ts";
import { words } from "#app/i18n/index.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-24T12:00:00Z");

test("a noted request is shown until it is taken back, both are on record, and another campaign shows none", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const request = { kind: "authority", receivedOn: "2026-11-20", received: 2, answer: "refused" } as const;
  const input = { campaignSlug: campaign.slug, ...request, note: "No judge had signed it." };
  expect(await noteRequest(db, { ...input, receivedOn: "2026-11-25" }, now)).toEqual({ outcome: "bad-day" });
  expect(await noteRequest(db, { ...input, received: 0 }, now)).toEqual({ outcome: "bad-number" });
  const noted = await noteRequest(db, input, now);
  if (noted.outcome !== "noted") throw new Error(noted.outcome);
  expect((await readTransparency(db, campaign.id)).requests).toMatchObject([
    { ...request, note: input.note },
  ]);
  expect((await readTransparency(db, other.id)).requests).toEqual([]);
  expect(await removeRequest(db, noted.id, now)).toBe(true);
  expect(await removeRequest(db, noted.id, now)).toBe(false);
  expect((await readTransparency(db, campaign.id)).requests).toEqual([]);
  expect((await db.select().from(auditEntries)).map(({ action }) => action)).toEqual([
    "data-request-noted",
    "data-request-removed",
  ]);
});

test("each period of the list has words in every language", () => {
  for (const locale of ["en", "es"] as const)
    for (const { what } of retention)
      expect([locale, what, words(locale).transparency.kept.what[what]]).not.toContain(undefined);
});
