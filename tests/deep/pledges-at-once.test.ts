import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { countHolders } from "#app/domain/entries/pledges/queries.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { pledges, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, aPledgeInput, newestPledge, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";

const db = await aDatabase();
const ports = { keys, record: async () => {}, removeMails: async () => {} };

async function aScene() {
  const campaign = await aCampaign(db);
  return { campaign, meeting: await aMeeting(db, campaign, nextYear) };
}

test("one address typed many times at once is one person with one waiting pledge", async () => {
  const scene = await aScene();
  const input = aPledgeInput(scene);
  await Promise.all(Array.from({ length: 12 }, () => pledge(db, keys, input)));
  const row = await newestPledge(db, input);
  expect(await db.$count(pledges, eq(pledges.series, row.series))).toBe(1);

  await Promise.all(Array.from({ length: 6 }, () => confirmPledge(db, keys, row.publicId)));
  expect(await countHolders(db, scene.campaign.id, scene.meeting.id)).toBe(1);
  expect(await listTotalDrift(db, keys)).toEqual([]);
});

test("many who pledge, change, withdraw and are erased at once leave totals that add up", async () => {
  const scene = await aScene();
  const say = (n: number) => pledgeAnswers({ holding: { shares: `${n}.000001`, bucket: null } });
  const all = await Promise.all(
    Array.from({ length: 24 }, (_, n) => aHolder(db, scene, { answers: say(n) })),
  );
  const people = await Promise.all(
    all.map(async ({ pledge: row }) => {
      const [person] = await db.select().from(supporters).where(eq(supporters.id, row.supporterId));
      return { row, publicId: person?.publicId ?? "" };
    }),
  );
  await Promise.all([
    ...people.map(({ row, publicId }, n) => {
      if (n % 3 === 0) return withdrawPledge(db, keys, row);
      if (n % 3 === 1) return eraseSupporter(db, ports, { publicId, actor: "supporter" });
      const form = n % 2 === 0 ? ("registered" as const) : ("broker" as const);
      const edit = { ...say(n + 100), holdingForm: form };
      const about = { supporterPublicId: publicId, campaign: scene.campaign, meetingId: scene.meeting.id };
      return pledgeProven(db, keys, { ...about, answers: edit, locale: "en", consents: ["pledge"] });
    }),
    ...Array.from({ length: 6 }, (_, n) => aHolder(db, scene, { answers: say(n + 500) })),
    ...Array.from({ length: 3 }, () => publishTotals(db, keys)),
  ]);
  expect(await countHolders(db, scene.campaign.id, scene.meeting.id)).toBe(8 + 6);
  expect(await listTotalDrift(db, keys)).toEqual([]);
});

test("people with pledges for two meetings, made in either order, are erased at once", async () => {
  const scene = await aScene();
  const other = { campaign: scene.campaign, meeting: await aMeeting(db, scene.campaign, nextYear + 1) };
  const people = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const order = n % 2 === 0 ? [scene, other] : [other, scene];
      const input = aPledgeInput(scene);
      for (const at of order) await aHolder(db, at, { ...input, meetingId: at.meeting.id });
      const { supporterId } = await newestPledge(db, input);
      const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
      return person?.publicId ?? "";
    }),
  );
  const erased = await Promise.all(
    people.map((publicId) => eraseSupporter(db, ports, { publicId, actor: "supporter" })),
  );
  expect(erased.map(({ outcome }) => outcome)).toEqual(people.map(() => "erased"));
  expect(await listTotalDrift(db, keys)).toEqual([]);
});
