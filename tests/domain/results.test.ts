import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { latestVote } from "#app/domain/campaign/meetings/latest-vote.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import {
  proposeResult,
  withdrawResult,
} from "#app/domain/campaign/meetings/results/propose-result.server.ts";
import { publishResult } from "#app/domain/campaign/meetings/results/publish-result.server.ts";
import { readFiledVotes } from "#app/domain/campaign/meetings/results/read-filed-votes.ts";
import { readResultProposal } from "#app/domain/campaign/meetings/results/read-result-proposal.server.ts";
import {
  fieldsOfFiled,
  resultForm,
  resultOfForm,
} from "#app/domain/campaign/meetings/results/result-form.ts";
import { readPastVotes, readPublicTotals } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import {
  auditEntries,
  ballotItems,
  campaignCompanies,
  campaignOrganizers,
  meetings,
  outbox,
  pledges,
} from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetterCampaign } from "#tests/support/dispatches.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aHolder } from "#tests/support/holders.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import { asRole } from "#tests/support/organizers.ts";
import { aMeeting } from "#tests/support/pledges.ts";

const db = await aDatabase();
const filing = readFileSync(new URL("../fixtures/filings/8k-item-507.txt", import.meta.url), "utf8");
const before = new Date("2025-11-20T12:00:00Z");
const now = new Date("2025-12-09T12:00:00Z");
const source = { sourceUrl: "https://www.sec.gov/8-k", asOf: "2025-12-09" };
const results = [
  { number: 8, title: "Data", for: "1500000", against: "4000001", abstain: "20", brokerNonVotes: "7" },
  {
    number: 9,
    title: "Due diligence",
    proposedBy: "shareholder" as const,
    for: "1000000",
    against: "3000000",
    abstain: null,
    brokerNonVotes: null,
  },
];

async function aScene() {
  const scene = await aLetterCampaign(db, ["owner", "owner"]);
  const [asker, second] = scene.team;
  if (!asker || !second) throw new Error("it takes two");
  const { campaign } = scene;
  const meeting = await aMeeting(db, campaign, 2025);
  const scopeOf = (organizer: { id: string }) => ({ campaignId: campaign.id, organizerId: organizer.id });
  return { campaign, meeting, asker, second, scopeOf };
}

test("two people publish a result: votes, the page and emails to pledgers change at once", async () => {
  const { campaign, meeting, asker, second, scopeOf } = await aScene();
  await db
    .insert(ballotItems)
    .values({ meetingId: meeting.id, number: 8, title: "Report on data", status: "on_ballot" });
  const holder = await aHolder(db, { campaign, meeting }, {}, { now: before });
  const silent = await aHolder(db, { campaign, meeting }, {}, { now: before });
  await db.update(pledges).set({ reminders: false }).where(eq(pledges.id, silent.pledge.id));

  const propose = (year: number, at = now) =>
    proposeResult(db, { scope: scopeOf(asker), year, results, ...source }, at);
  expect(await propose(2025, before)).toEqual({ outcome: "not-held" });
  expect(await propose(2024)).toEqual({ outcome: "gone" });
  expect((await readPublicTotals(db, campaign.id, now))?.held).toEqual([2025]);
  expect(await propose(2025)).toEqual({ outcome: "asked" });
  expect(await propose(2025)).toEqual({ outcome: "waiting" });

  const subject = (await readResultProposal(db, campaign.id, meeting.id))?.subject ?? "";
  const publish = (organizer: { id: string }) =>
    publishResult(db, { scope: scopeOf(organizer), subject }, now);
  expect(await publish(asker)).toEqual({ outcome: "own" });
  expect((await readPublicTotals(db, campaign.id, now))?.results).toEqual([]);
  expect(await publish(second)).toEqual({ outcome: "published", emails: 1 });
  expect(await publish(second)).toEqual({ outcome: "not-waiting" });

  const [row] = await db.select().from(meetings).where(eq(meetings.id, meeting.id));
  expect(row?.status).toBe("results");
  const totals = await readPublicTotals(db, campaign.id, now);
  expect(totals?.held).toEqual([]);
  expect(totals?.results.map(({ number, title, result }) => [number, title, result])).toEqual([
    [8, "Report on data", { kind: "exact", percent: "27.27" }],
    [9, "Due diligence", { kind: "exact", percent: "25.00" }],
  ]);
  const emails = await db.select().from(outbox).where(eq(outbox.template, "meeting-result"));
  expect(emails.map(({ supporterId }) => supporterId)).toEqual([holder.pledge.supporterId]);
  const { mailing } = await aFileMailing();
  const written = await findEmail(db, mailing, emails[0]?.id ?? 0);
  expect(written?.email).toMatchObject({
    name: "meeting-result",
    props: { results: [{ percent: "27.27" }, { percent: "25.00" }] },
  });
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.campaignId, campaign.id), eq(auditEntries.action, "result-published")));
  expect(entry?.detail).toMatchObject({ meeting: 2025, items: 2, alone: false });
});

test("only shareholders' proposals of a pasted filing are public, emailed and in letters", async () => {
  const { campaign, meeting, asker, second, scopeOf } = await aScene();
  const holder = await aHolder(db, { campaign, meeting }, {}, { now: before });
  const fields = fieldsOfFiled(readFiledVotes(filing), []);
  expect(Object.keys(fields).filter((name) => fields[name] === "company")).toHaveLength(5);
  const form = { ...fields, by_4: "shareholder", source_url: source.sourceUrl, as_of: source.asOf };
  const filled = resultOfForm(resultForm(now).parse(form));
  expect(filled.results.map(({ number, proposedBy }) => [number, proposedBy])).toEqual([
    [2, "company"],
    [3, "company"],
    [5, "shareholder"],
  ]);
  await proposeResult(db, { scope: scopeOf(asker), year: 2025, ...filled }, now);
  const subject = (await readResultProposal(db, campaign.id, meeting.id))?.subject ?? "";
  await publishResult(db, { scope: scopeOf(second), subject }, now);

  const percent = "99.07";
  for (const { number, result } of (await readPublicTotals(db, campaign.id, now))?.results ?? [])
    expect([number, result]).toEqual([5, { kind: "exact", percent }]);
  expect((await readPastVotes(db, campaign, now)).results.map(({ number }) => number)).toEqual([5]);
  expect(latestVote(await listMeetings(db, campaign.id))?.items.map(({ number }) => number)).toEqual([5]);
  const [email] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.pledgeId, holder.pledge.id), eq(outbox.template, "meeting-result")));
  const { mailing } = await aFileMailing();
  expect((await findEmail(db, mailing, email?.id ?? 0))?.email).toMatchObject({
    props: { results: [{ number: 5, percent }] },
  });
  const stored = await db.select().from(ballotItems).where(eq(ballotItems.meetingId, meeting.id));
  expect(stored).toHaveLength(3);
});

test("another company in the address opens no facts that another campaign uses", async () => {
  const { campaign, meeting, asker, second, scopeOf } = await aScene();
  const other = await aSecondCompany(db, campaign);
  await proposeResult(db, { scope: scopeOf(asker), year: 2025, results, ...source }, now);
  const subject = (await readResultProposal(db, campaign.id, meeting.id))?.subject ?? "";
  const sharing = await aCampaign(db);
  await db
    .insert(campaignCompanies)
    .values({ campaignId: sharing.id, companyId: campaign.targetId, place: 2 });

  const scope = { ...scopeOf(second), companyId: other.id };
  expect(await publishResult(db, { scope, subject }, now)).toEqual({ outcome: "shared" });
  expect(await withdrawResult(db, { scope, subject }, now)).toEqual({ outcome: "shared" });
  expect(await readResultProposal(db, campaign.id, meeting.id)).toMatchObject({ subject });
  expect(await db.$count(ballotItems, eq(ballotItems.meetingId, meeting.id))).toBe(0);
});

test("every campaign that uses a company's facts logs its result, and its pledgers are emailed", async () => {
  const { campaign, meeting, asker, second, scopeOf } = await aScene();
  const sharing = await aCampaign(db, { targetId: campaign.targetId });
  for (const { id: organizerId } of [asker, second])
    await db
      .insert(campaignOrganizers)
      .values({ campaignId: sharing.id, organizerId, ...asRole("owner"), createdAt: before });
  const holder = await aHolder(db, { campaign: sharing, meeting }, {}, { now: before });
  await proposeResult(db, { scope: scopeOf(asker), year: 2025, results, ...source }, now);
  const subject = (await readResultProposal(db, campaign.id, meeting.id))?.subject ?? "";
  expect(await publishResult(db, { scope: scopeOf(second), subject }, now)).toEqual({
    outcome: "published",
    emails: 1,
  });
  const ofHolder = and(eq(outbox.pledgeId, holder.pledge.id), eq(outbox.template, "meeting-result"));
  expect(await db.$count(outbox, ofHolder)).toBe(1);
  const logged = and(eq(auditEntries.campaignId, sharing.id), eq(auditEntries.action, "result-published"));
  expect(await db.$count(auditEntries, logged)).toBe(1);
});
