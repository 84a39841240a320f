import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { KnownFundOutcome } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { reportFundOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { countFundLetters, readFundLetters } from "#app/domain/entries/pledges/totals/fund-letters.server.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { readPublishedFundLetters } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { readVotedRate } from "#app/domain/entries/pledges/totals/voted-rate.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { campaignCompanies, pledges, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, firstOf, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";

const db = await aDatabase();
const ofFund = pledgeAnswers({ kind: "fund", fundManager: "Sample Asset Management" });

async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  await changeRows(db, campaignCompanies, { campaignId: campaign.id }, { meetingId: meeting.id });
  const of = { campaignId: campaign.id, meetingId: meeting.id };
  return {
    campaign,
    meeting,
    of,
    holds: () => aHolder(db, { campaign, meeting }, { answers: ofFund }),
    tells: async ({ pledge }: { pledge: { publicId: string } }, fundOutcome: KnownFundOutcome) => {
      const report = { publicId: pledge.publicId, fundOutcome };
      expect(await reportFundOutcome(db, keys, report)).toEqual({ outcome: "recorded" });
      await publishTotals(db, keys);
      return readPublishedFundLetters(db, of);
    },
  };
}
const personOf = async (id: number) =>
  (await db.select().from(supporters).where(eq(supporters.id, id)))[0]?.publicId ?? "";

test("organizers see what fund holders told, exact and live, and no vote is made of it", async () => {
  const { campaign, of, holds, tells } = await aScene();
  expect(await countFundLetters(db, campaign.id)).toEqual({ told: 0, sent: 0 });
  const first = await holds();
  await tells(first, "not_yet");
  await tells(first, "no_answer");
  await tells(await holds(), "supports");
  await tells(await holds(), "not_sent");
  const gone = await holds();
  await tells(gone, "declines");
  await withdrawPledge(db, keys, gone.pledge);
  expect(await readFundLetters(db, of)).toEqual({
    told: 3,
    answers: { no_answer: 1, supports: 1, not_sent: 1 },
  });
  expect(await countFundLetters(db, campaign.id)).toEqual({ told: 3, sent: 2 });
  expect(await readVotedRate(db, of)).toMatchObject({ pledged: 0, all: { known: 0 } });
  const { pledge } = await aHolder(db, { campaign, meeting: { id: of.meetingId } });
  const direct = { publicId: pledge.publicId, fundOutcome: "supports" as const };
  expect(await reportFundOutcome(db, keys, direct)).toEqual({ outcome: "gone" });
});

test("what they told is public from five on, by answers of five, and moves by five", async () => {
  const { holds, tells } = await aScene();
  const read = [];
  for (let n = 1; n <= 5; n++) read.push(await tells(await holds(), "no_answer"));
  expect(read).toEqual([null, null, null, null, { told: 5, answers: { no_answer: 5 }, hidden: false }]);
  const five = { told: 5, answers: { no_answer: 5 }, hidden: false };
  const supporting = [];
  for (let n = 1; n <= 4; n++) {
    const one = await holds();
    supporting.push(one);
    expect(await tells(one, "supports")).toEqual(five);
  }
  const one = firstOf(supporting);
  await tells(one, "not_sent");
  expect(await tells(one, "supports"), "who went and came back").toEqual(five);
  expect(await tells(await holds(), "supports")).toEqual({
    told: 10,
    hidden: false,
    answers: { no_answer: 5, supports: 5 },
  });
});

test("an answer stays when its pledge is edited, unless the manager changes", async () => {
  const { campaign, meeting, holds, tells } = await aScene();
  const { pledge, input } = await holds();
  await tells({ pledge }, "declines");
  const edit = async (fundManager: string) => {
    const edited = { ...input, answers: { ...ofFund, fundManager, comment: fundManager } };
    const proven = { supporterPublicId: await personOf(pledge.supporterId), campaign, meetingId: meeting.id };
    const result = await pledgeProven(db, keys, { ...edited, ...proven });
    const publicId = "publicId" in result ? result.publicId : "";
    const [row] = await db.select().from(pledges).where(eq(pledges.publicId, publicId));
    return row;
  };
  expect(await edit("Sample Asset Management")).toMatchObject({ fundOutcome: "declines" });
  expect(await edit("Another manager")).toMatchObject({ fundOutcome: "unknown", fundOutcomeAt: null });
});

test("an erasure leaves neither the manager's name nor the answer", async () => {
  const { of, holds, tells } = await aScene();
  const { pledge } = await holds();
  await tells({ pledge }, "supports");
  const ports = { keys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: await personOf(pledge.supporterId), actor: "supporter" });
  expect(await db.select().from(pledges).where(eq(pledges.series, pledge.series))).toEqual([]);
  expect(await readFundLetters(db, of)).toEqual({ told: 0, answers: {} });
});
