import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { KnownOutcome } from "#app/domain/entries/pledges/pledge.ts";
import { reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { readPublishedVotes } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { readVotedRate } from "#app/domain/entries/pledges/totals/voted-rate.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { meetings } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";

const db = await aDatabase();
const afterwards = new Date(`${nextYear}-12-06T12:00:00Z`);

type Holder = Awaited<ReturnType<typeof aHolder>>;

async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  await db.update(meetings).set({ status: "open" }).where(eq(meetings.id, meeting.id));
  const of = { campaignId: campaign.id, meetingId: meeting.id };
  const reports = async ({ pledge: { publicId } }: Holder, outcome: KnownOutcome) => {
    const { outcome: ended } = await reportOutcome(db, keys, { publicId, outcome }, afterwards);
    expect(ended).toBe("recorded");
  };
  return {
    of,
    holds: (values = {}) => aHolder(db, { campaign, meeting }, { answers: pledgeAnswers(values) }),
    reports,
    tells: async (one: Holder, outcome: KnownOutcome) => {
      await reports(one, outcome);
      await publishTotals(db, keys);
      return readPublishedVotes(db, of);
    },
  };
}

test("organizers see who voted by way of holding, over pledges in force that have a vote", async () => {
  const { of, holds, reports } = await aScene();
  await reports(await holds(), "voted_as_pledged");
  await reports(await holds(), "voted_otherwise");
  await reports(await holds({ holdingForm: "registered" }), "did_not_vote");
  await holds({ holdingForm: "registered" });
  await holds({ kind: "fund", holding: null });
  await holds({ heldOnRecordDate: "no" });
  const gone = await holds();
  await reports(gone, "did_not_vote");
  await withdrawPledge(db, keys, gone.pledge);

  expect(await readVotedRate(db, of)).toEqual({
    pledged: 4,
    all: { known: 3, votedAsPledged: 1, votedOtherwise: 1, didNotVote: 1 },
    byHolding: {
      broker: { pledged: 2, known: 2, votedAsPledged: 1, votedOtherwise: 1, didNotVote: 0 },
      registered: { pledged: 2, known: 1, votedAsPledged: 0, votedOtherwise: 0, didNotVote: 1 },
    },
  });
  expect(await readVotedRate(db, { ...of, campaignId: of.campaignId + 1 })).toMatchObject({ pledged: 0 });
});

test("how many voted is public from twenty answers on, and moves by five", async () => {
  const { holds, reports, tells } = await aScene();
  const people = [];
  const read: unknown[] = [];
  for (let n = 1; n <= 26; n++) {
    const one = await holds();
    people.push(one);
    const outcome = n % 3 === 0 ? "did_not_vote" : "voted_as_pledged";
    if (n % 5 !== 0 && n < 19) await reports(one, outcome);
    else read.push((await tells(one, outcome))?.all ?? null);
  }
  expect(read.slice(0, 4), "after 5, 10, 15 and 19").toEqual(Array(4).fill(null));
  const at = (known: number, voted: number) => ({ known, votedMin: voted, votedMax: voted });
  expect(read.slice(4)).toEqual([...Array(5).fill(at(20, 14)), ...Array(2).fill(at(25, 17))]);

  const [first, second, third, fourth] = people;
  if (!first || !second || !third || !fourth) throw new Error("nobody is there");
  // Repeating an answer, or changing it to another way of voting, changes nothing public.
  expect((await tells(first, "voted_as_pledged"))?.all).toEqual(at(25, 17));
  expect((await tells(first, "voted_otherwise"))?.all).toEqual(at(25, 17));
  expect((await tells(first, "did_not_vote"))?.all).toEqual(at(25, 17));
  expect((await tells(second, "did_not_vote"))?.all).toEqual(at(25, 17));
  expect((await tells(third, "voted_as_pledged"))?.all).toEqual(at(25, 17));
  await withdrawPledge(db, keys, fourth.pledge);
  // Since the last publication: one joined, three changed, one left, and now the sixth joins.
  expect((await tells(await holds(), "did_not_vote"))?.all).toEqual(at(26, 16));
});
