import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { type AuditFilter, listEntries } from "#app/domain/record/list-entries.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import { countRefusals } from "#app/domain/upkeep/refusals/count-refusals.server.ts";
import { noteRefusals, sumUpRefusals } from "#app/domain/upkeep/refusals/note-refusals.server.ts";
import { outbox, refusals } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { refusalsIn } from "#tests/support/refusal-rows.ts";

const db = await aDatabase();
const { aNoon, later, aRefusal, entriesOf } = refusalsIn(db);
async function aTeam() {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign });
  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  return { campaign, owner, viewer, actor: `organizer:${viewer.id}` };
}

test("an organizer's refusals make one entry a page and one for the rest", async () => {
  const now = aNoon();
  const { campaign, viewer, actor } = await aTeam();
  const refused = (page: string, n = 1) =>
    aRefusal({ why: "right", organizerId: viewer.id, campaign: campaign.id, page, network: "198.51.100", n });
  await noteRefusals(db, [refused("exports"), refused("team")], now);
  for (let n = 0; n < 3; n++) await noteRefusals(db, [refused("exports", 2)], later(now, n));
  expect(await entriesOf(actor)).toMatchObject([
    { why: "right", times: 1, page: "exports" },
    { why: "right", times: 1, page: "team" },
  ]);
  await sumUpRefusals(db, later(now, 60));
  expect((await entriesOf(actor)).at(-1)).toEqual({ why: "right", times: 6, page: "exports", more: true });
  expect(await countRefusals(db, campaign.id, later(now, 60))).toMatchObject({ refused: 8, wrong: 0 });

  await sealAuditEntries(db);
  expect(await checkSeals(db)).toMatchObject({ broken: [], unsealed: 0 });
});

test("two processes that note the same at once lose none of it", async () => {
  const now = aNoon();
  const { viewer } = await aTeam();
  const one = aRefusal({ why: "second", organizerId: viewer.id, network: "203.0.113" });
  const two = aRefusal({ why: "proof", organizerId: viewer.id, network: "203.0.113" });
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => noteRefusals(db, n % 2 ? [one, two] : [two, one], now)),
  );
  const rows = await db.select().from(refusals).where(eq(refusals.organizerId, viewer.id));
  expect(rows.map(({ why, n }) => [why, n]).sort()).toEqual([
    ["proof", 20],
    ["second", 20],
  ]);
});

test("owners are warned of ten wrong codes or twenty refusals an hour, daily", async () => {
  const now = aNoon();
  const { campaign, owner, viewer } = await aTeam();
  const warnings = async () =>
    (await db.select().from(outbox).where(eq(outbox.campaignId, campaign.id))).map(
      ({ organizerId, template }) => [organizerId, template],
    );
  const wrong = (n: number) => aRefusal({ why: "code", organizerId: viewer.id, n });
  await noteRefusals(db, [wrong(9)], now);
  await noteRefusals(db, [wrong(9)], later(now, 70));
  expect(await warnings()).toEqual([]);
  await noteRefusals(db, [aRefusal({ why: "locked", organizerId: viewer.id })], later(now, 75));
  expect(await warnings()).toEqual([[owner.id, "refusals-many"]]);
  await noteRefusals(db, [wrong(500)], later(now, 80));
  expect(await warnings()).toHaveLength(1);
  const refused = aRefusal({ why: "right", organizerId: viewer.id, campaign: campaign.id, n: 20 });
  await noteRefusals(db, [refused], later(now, 25 * 60 + 16));
  expect(await warnings()).toHaveLength(2);
});

test("a campaign counts its organizers' refusals and foreign tries, no others", async () => {
  const now = aNoon();
  const [mine, other] = [await aTeam(), await aTeam()];
  const strangers = [
    aRefusal({ why: "code", organizerId: other.viewer.id, n: 3 }),
    aRefusal({ why: "campaign", organizerId: other.viewer.id, campaign: mine.campaign.slug }),
    aRefusal({ why: "campaign", organizerId: other.viewer.id, campaign: "no-such-campaign" }),
    aRefusal({ why: "token", campaign: mine.campaign.slug, n: 2 }),
    aRefusal({ why: "second", organizerId: mine.viewer.id, n: 4 }),
  ];
  await noteRefusals(db, strangers, now);
  expect(await countRefusals(db, mine.campaign.id, now)).toMatchObject({ wrong: 4, refused: 3 });
  expect(await countRefusals(db, other.campaign.id, now)).toMatchObject({ wrong: 3, refused: 0 });
  expect(await countRefusals(db, mine.campaign.id, later(now, 8 * 1440))).toMatchObject({ wrong: 0 });

  const nothing = { who: null, from: null, to: null, subject: null, cursor: null };
  const listed = async (scope: AuditFilter["scope"]) => {
    const reader = { campaignId: mine.campaign.id, organizerId: null };
    const { entries } = await listEntries(db, reader, { ...nothing, scope, kind: "refusals" });
    return entries.filter(({ at }) => at === now.toISOString()).map(({ detail }) => detail.why);
  };
  expect((await listed("campaign")).sort()).toEqual(["campaign", "token"]);
  expect(await listed("site")).toEqual(["second"]);
});

test("what was counted goes after a week, and what the log tells of it stays", async () => {
  const now = aNoon();
  const { viewer, actor } = await aTeam();
  await noteRefusals(db, [aRefusal({ why: "passkey", organizerId: viewer.id })], now);
  await sumUpRefusals(db, later(now, 8 * 1440));
  expect(await db.$count(refusals, eq(refusals.organizerId, viewer.id))).toBe(0);
  expect(await entriesOf(actor)).toHaveLength(1);
  const left = await rowsIn(db, refusals, inArray(refusals.why, ["passkey"]));
  expect(left).toEqual([]);
});
