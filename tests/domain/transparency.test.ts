import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { readTransparency } from "#app/domain/upkeep/retention/read-transparency.server.ts";
import {
  finishRequest,
  listRequests,
  noteRequest,
  removeRequest,
} from "#app/domain/upkeep/retention/requests.server.ts";
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

const request = { receivedOn: "2026-11-01", note: "A court, about twelve signers" };

test("a request is open until it is done, is counted in public, and each step is logged", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, name: "Olga Owns" });
  const actor = `organizer:${organizer.id}` as const;
  const note = (more: object) =>
    noteRequest(db, { campaignSlug: campaign.slug, actor, request: { ...request, ...more } }, now);
  const inPublic = async () => (await readTransparency(db, campaign.id)).requests;
  await note({ note: "An answered one", doneOn: "2026-11-20" });
  const noted = await note({});
  const id = "id" in noted ? noted.id : "";
  await note({ note: "Due first", dueOn: "2026-11-15" });
  const list = async () =>
    (await listRequests(db, campaign.id)).map((one) => [
      one.note,
      one.receivedOn,
      one.dueOn,
      one.doneOn,
      one.by,
    ]);
  expect(await list()).toEqual([
    ["Due first", "2026-11-01", "2026-11-15", null, "Olga Owns"],
    [request.note, "2026-11-01", "2026-12-01", null, "Olga Owns"],
    ["An answered one", "2026-11-01", "2026-12-01", "2026-11-20", "Olga Owns"],
  ]);
  expect(await inPublic()).toEqual({ received: 3, open: 2 });
  expect((await readTransparency(db, other.id)).requests).toEqual({ received: 0, open: 0 });

  const stranger = await anOrganizer(db, { campaign: other });
  const theirs = { id, actor: `organizer:${stranger.id}` as const };
  expect([await finishRequest(db, theirs, now), await removeRequest(db, theirs, now)]).toEqual([
    false,
    false,
  ]);
  const byStranger = { campaignSlug: campaign.slug, actor: theirs.actor, request };
  expect(await noteRequest(db, byStranger, now)).toEqual({ outcome: "gone" });

  expect(await finishRequest(db, { id, actor }, now)).toBe(true);
  expect(await finishRequest(db, { id, actor }, now)).toBe(false);
  expect(await inPublic()).toEqual({ received: 3, open: 1 });
  expect(await removeRequest(db, { id, actor }, now)).toBe(true);
  expect(await removeRequest(db, { id, actor }, now)).toBe(false);
  expect(await inPublic()).toEqual({ received: 2, open: 1 });
  const of = "data-request-";
  expect(await actions(db)).toEqual([...Array(3).fill(`${of}noted`), `${of}done`, `${of}removed`]);
  const [last] = await db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  expect(last).toMatchObject({
    subject: id,
    detail: { receivedOn: "2026-11-01", dueOn: "2026-12-01", doneOn: "2026-11-24" },
  });
});

test("a request that could not be so, or whose note names somebody, is not noted", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const wrong: [object, string][] = [
    [{ receivedOn: "2026-12-01" }, "bad-received"],
    [{ receivedOn: "2026-13-01" }, "bad-received"],
    [{ receivedOn: "-01" }, "bad-received"],
    [{ dueOn: "2026-10-31" }, "bad-due"],
    [{ dueOn: "soon" }, "bad-due"],
    [{ doneOn: "2026-10-31" }, "bad-done"],
    [{ doneOn: "2026-11-25" }, "bad-done"],
    [{ note: "" }, "no-note"],
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

test("each period of the list has words in every language", () => {
  for (const locale of ["en", "es"] as const)
    for (const { what } of retention)
      expect([locale, what, words(locale).transparency.kept.what[what]]).not.toContain(undefined);
});
