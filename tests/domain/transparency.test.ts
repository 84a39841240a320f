import { expect, test } from "vitest";
import { listRequests } from "#app/domain/upkeep/retention/list-requests.server.ts";
import {
  correctRequest,
  noteRequest,
  removeRequest,
} from "#app/domain/upkeep/retention/note-request.server.ts";
import { readTransparency } from "#app/domain/upkeep/retention/read-transparency.server.ts";
import type { DataRequest } from "#app/domain/upkeep/retention/request.ts";
import { retention } from "#app/domain/upkeep/retention/retention.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const now = new Date("2026-11-24T12:00:00Z");
const actions = async (db: Db) =>
  (await db.select().from(auditEntries).orderBy(auditEntries.id)).map(({ action }) => action);

const request: DataRequest = {
  kind: "authority",
  receivedOn: "2026-11-01",
  received: 2,
  answer: "refused",
  peopleAsked: 12,
  peopleGiven: 0,
  note: "No judge had signed it.",
};

test("a request shows until it is withdrawn, both are logged, in one campaign", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const note = (given: Partial<DataRequest> = {}) =>
    noteRequest(
      db,
      { campaignSlug: campaign.slug, actor: "operator", request: { ...request, ...given } },
      now,
    );
  const noted = await note();
  if (noted.outcome !== "noted") throw new Error(noted.outcome);
  await note({ kind: "person", received: 3 });
  const report = await readTransparency(db, campaign.id);
  expect(report.requests).toContainEqual({ ...request, correctedAt: null });
  expect(report.received).toEqual({ authority: 2, person: 3, other: 0 });
  expect((await readTransparency(db, other.id)).requests).toEqual([]);
  const on = { id: noted.id, actor: "operator" } as const;
  expect(await removeRequest(db, on, now)).toBe(true);
  expect(await removeRequest(db, on, now)).toBe(false);
  expect((await readTransparency(db, campaign.id)).received.authority).toBe(0);
  expect(await actions(db)).toEqual(["data-request-noted", "data-request-noted", "data-request-removed"]);
});

test("a request that could not be so, or whose note tells of somebody, is not noted", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const wrong: [Partial<DataRequest>, string][] = [
    [{ receivedOn: "2026-12-01" }, "bad-day"],
    [{ receivedOn: "2026-13-01" }, "bad-day"],
    [{ receivedOn: "-01" }, "bad-day"],
    [{ received: 0 }, "bad-number"],
    [{ received: 1.5 }, "bad-number"],
    [{ received: Number.NaN }, "bad-number"],
    [{ peopleGiven: 13 }, "bad-people"],
    [{ peopleAsked: null, peopleGiven: 1 }, "bad-people"],
    [{ note: "x".repeat(501) }, "long"],
    [{ note: "Asked by agent@example.org." }, "personal"],
    [{ note: "They called from +1 (425) 706-4400." }, "personal"],
  ];
  for (const [given, outcome] of wrong) {
    const input = {
      campaignSlug: campaign.slug,
      actor: "operator",
      request: { ...request, ...given },
    } as const;
    expect([given, await noteRequest(db, input, now)]).toEqual([given, { outcome }]);
  }
  expect(await actions(db)).toEqual([]);
});

test("a correction replaces a note in public, and organizers read both", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, name: "Olga Owns" });
  const actor = `organizer:${organizer.id}` as const;
  const noted = await noteRequest(db, { campaignSlug: campaign.slug, actor, request }, now);
  if (noted.outcome !== "noted") throw new Error(noted.outcome);
  const better = { ...request, answer: "partly", peopleGiven: 4 } as const;
  const corrected = await correctRequest(db, { id: noted.id, actor, request: better }, now);
  expect(corrected.outcome).toBe("noted");
  expect(await correctRequest(db, { id: noted.id, actor, request: better }, now)).toEqual({
    outcome: "gone",
  });
  expect((await readTransparency(db, campaign.id)).requests).toEqual([{ ...better, correctedAt: now }]);
  expect(await listRequests(db, campaign.id)).toMatchObject([
    { answer: "partly", by: "Olga Owns", before: [{ answer: "refused", peopleGiven: 0, by: "Olga Owns" }] },
  ]);
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  const other = { actor: `organizer:${stranger.id}` as const, request: better };
  const id = "id" in corrected ? corrected.id : "";
  expect(await correctRequest(db, { id, ...other }, now)).toEqual({ outcome: "gone" });
  expect(await removeRequest(db, { id, actor: other.actor }, now)).toBe(false);
  expect(await noteRequest(db, { campaignSlug: campaign.slug, ...other }, now)).toEqual({ outcome: "gone" });
  expect(await actions(db)).toEqual(["data-request-noted", "data-request-corrected"]);
});

test("each period of the list has words in every language", () => {
  for (const locale of ["en", "es"] as const)
    for (const { what } of retention)
      expect([locale, what, words(locale).transparency.kept.what[what]]).not.toContain(undefined);
});
