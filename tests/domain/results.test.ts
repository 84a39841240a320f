import { readFileSync } from "node:fs";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { fieldsOfItem } from "#app/domain/campaign/meetings/fields.ts";
import { ballotItemForm, ballotItemOfForm } from "#app/domain/campaign/meetings/items/ballot-item-form.ts";
import { saveBallotItem, seenOfItem } from "#app/domain/campaign/meetings/items/save-ballot-item.server.ts";
import { latestVote } from "#app/domain/campaign/meetings/latest-vote.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import {
  proposeResult,
  withdrawResult,
} from "#app/domain/campaign/meetings/results/propose-result.server.ts";
import {
  publishResult,
  readResultProposal,
} from "#app/domain/campaign/meetings/results/publish-result.server.ts";
import { readFiledVotes } from "#app/domain/campaign/meetings/results/read-filed-votes.ts";
import {
  type FiledResult,
  fieldsOfFiled,
  resultForm,
  resultOfForm,
} from "#app/domain/campaign/meetings/results/result-form.ts";
import { readCase } from "#app/domain/campaign/queries.server.ts";
import { readPastVotes, readPublicTotals } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { contentOf } from "#app/domain/outbox/sending/find-content.ts";
import { listOwnActs } from "#app/domain/pages/list-own-acts.server.ts";
import {
  auditEntries,
  ballotItems,
  campaignCompanies,
  campaignOrganizers,
  meetings,
  outbox,
  pledges,
} from "#db/schema/index.ts";
import type { MeetingResultProps } from "#emails/meeting-result.ts";
import { aCampaign, rowsIn, storeRow } from "#tests/support/builders.ts";
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
const results: FiledResult[] = [
  { number: 8, title: "Data", for: "1500000", against: "4000001", abstain: "20", brokerNonVotes: "7" },
  {
    number: 9,
    title: "Due diligence",
    proposedBy: "shareholder",
    for: "1000000",
    against: "3000000",
    abstain: null,
    brokerNonVotes: null,
  },
];

/** Two people publish a result. */
async function published(
  { asker, second, scopeOf, campaign, meeting }: Awaited<ReturnType<typeof aScene>>,
  filed: FiledResult[],
  at: Date,
) {
  await proposeResult(db, { scope: scopeOf(asker), year: 2025, results: filed, ...source }, at);
  const subject = (await readResultProposal(db, campaign.id, meeting.id))?.subject ?? "";
  return publishResult(db, { scope: scopeOf(second), subject }, at);
}

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
  const emails = await rowsIn(db, outbox, { template: "meeting-result", campaignId: campaign.id });
  expect(emails.map(({ supporterId }) => supporterId)).toEqual([holder.pledge.supporterId]);
  const { mailing } = await aFileMailing();
  const written = await findEmail(db, mailing, emails[0]?.id ?? 0);
  expect(written?.email).toMatchObject({
    name: "meeting-result",
    props: { results: [{ percent: "27.27" }, { percent: "25.00" }] },
  });
  const [entry] = await rowsIn(db, auditEntries, { campaignId: campaign.id, action: "result-published" });
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
  const [email] = await rowsIn(db, outbox, { pledgeId: holder.pledge.id, template: "meeting-result" });
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
  await storeRow(db, campaignCompanies, { campaignId: sharing.id, companyId: campaign.targetId, place: 2 });

  const scope = { ...scopeOf(second), companyId: other.id };
  expect(await publishResult(db, { scope, subject }, now)).toEqual({ outcome: "shared" });
  expect(await withdrawResult(db, { scope, subject }, now)).toEqual({ outcome: "shared" });
  expect(await readResultProposal(db, campaign.id, meeting.id)).toMatchObject({ subject });
  expect(await db.$count(ballotItems, eq(ballotItems.meetingId, meeting.id))).toBe(0);
});

test("every campaign that uses a company's facts logs its result, and its pledgers are emailed", async () => {
  const scene = await aScene();
  const { campaign, meeting, asker, second } = scene;
  const sharing = await aCampaign(db, { targetId: campaign.targetId });
  for (const { id: organizerId } of [asker, second])
    await db
      .insert(campaignOrganizers)
      .values({ campaignId: sharing.id, organizerId, ...asRole("owner"), createdAt: before });
  const holder = await aHolder(db, { campaign: sharing, meeting }, {}, { now: before });
  expect(await published(scene, results, now)).toEqual({ outcome: "published", emails: 1 });
  for (const { id } of [campaign, sharing])
    expect((await listOwnActs(db, id)).filter(({ what }) => what === "result")).toMatchObject([
      { on: "2025-12-09", year: 2025, companyId: campaign.targetId },
    ]);
  const ofHolder = and(eq(outbox.pledgeId, holder.pledge.id), eq(outbox.template, "meeting-result"));
  expect(await db.$count(outbox, ofHolder)).toBe(1);
  const logged = and(eq(auditEntries.campaignId, sharing.id), eq(auditEntries.action, "result-published"));
  expect(await db.$count(auditEntries, logged)).toBe(1);
});

test("a correction that shareholders see is emailed and logged as one, once", async () => {
  const scene = await aScene();
  const { campaign, meeting, asker, second } = scene;
  const sharing = await aCampaign(db, { targetId: campaign.targetId });
  const draft = await aCampaign(db, { targetId: campaign.targetId, status: "draft" });
  for (const { id: campaignId } of [sharing, draft])
    for (const { id: organizerId } of [asker, second])
      await db
        .insert(campaignOrganizers)
        .values({ campaignId, organizerId, ...asRole("owner"), createdAt: before });
  await storeRow(db, ballotItems, { meetingId: meeting.id, number: 8, title: "Data", status: "on_ballot" });
  const { pledge } = await aHolder(db, { campaign, meeting }, {}, { now: before });
  const late = await aHolder(db, { campaign: sharing, meeting }, {}, { now: before });
  await db.update(pledges).set({ reminders: false }).where(eq(pledges.id, late.pledge.id));
  // The same person, in the other campaign.
  const { id: _id, publicId: _publicId, ...same } = pledge;
  await db.insert(pledges).values({ ...same, campaignId: sharing.id });

  const emailsTo = (of: { supporterId: number }) =>
    rowsIn(db, outbox, { supporterId: of.supporterId, template: "meeting-result" });
  const { mailing } = await aFileMailing();
  const newest = async (of: { supporterId: number }) => {
    const email = (await emailsTo(of)).at(-1);
    return (await findEmail(db, mailing, email?.id ?? 0))?.email.props as MeetingResultProps | undefined;
  };
  const linesOf = ({ id }: { id: number }, locale: string) =>
    readCase(db, id, locale).then(({ corrections }) => corrections.map(({ text }) => text));
  const day = (n: number) => new Date(now.getTime() + n * 86_400_000);

  expect(await published(scene, results, now)).toEqual({ outcome: "published", emails: 1 });
  await db.update(outbox).set({ state: "delivered" }).where(eq(outbox.supporterId, pledge.supporterId));
  const [eight, nine] = results;
  if (!eight || !nine) throw new Error("two items");

  // What no shareholder sees.
  const unseen = [{ ...eight, brokerNonVotes: "8" }, nine];
  expect(await published(scene, unseen, day(1))).toEqual({ outcome: "published", emails: 0 });
  expect(await linesOf(campaign, "en")).toEqual([]);

  // Corrected twice before the first correction went: only the last goes, to what was emailed.
  await db.update(pledges).set({ reminders: true }).where(eq(pledges.id, late.pledge.id));
  const wrong = [{ ...eight, for: "2000000" }, nine];
  expect(await published(scene, wrong, day(2))).toEqual({ outcome: "published", emails: 2 });
  const right = [
    { ...eight, for: "1714286" },
    { ...nine, abstain: "5" },
  ];
  expect(await published(scene, right, day(3))).toEqual({ outcome: "published", emails: 2 });
  expect(await published(scene, right, day(4))).toEqual({ outcome: "published", emails: 0 });
  expect(await emailsTo(pledge)).toHaveLength(3);
  const [, superseded] = await emailsTo(pledge);
  const outdated = await db.execute(
    contentOf("meeting-result").checked.append(sql` where d.id = ${superseded?.id}`),
  );
  expect(outdated).toMatchObject([{ outdated: true }]);
  expect(await newest(pledge)).toMatchObject({
    corrected: [
      {
        number: 8,
        was: "27.27% (1,500,000 for, 4,000,001 against)",
        is: "30.00% (1,714,286 for, 4,000,001 against)",
      },
      {
        number: 9,
        was: "25.00% (1,000,000 for, 3,000,000 against)",
        is: "25.00% (1,000,000 for, 3,000,000 against, 5 abstained)",
      },
    ],
  });
  expect((await newest(late.pledge))?.corrected).toEqual([]);

  for (const one of [campaign, sharing]) {
    expect(await linesOf(one, "en")).toEqual([
      "2025, item 9: Due diligence. We gave the result as 25.00% (1,000,000 for, 3,000,000 against). " +
        "It is 25.00% (1,000,000 for, 3,000,000 against, 5 abstained).",
      "2025, item 8: Data. We gave the result as 33.33% (2,000,000 for, 4,000,001 against). " +
        "It is 30.00% (1,714,286 for, 4,000,001 against).",
      "2025, item 8: Data. We gave the result as 27.27% (1,500,000 for, 4,000,001 against). " +
        "It is 33.33% (2,000,000 for, 4,000,001 against).",
    ]);
    expect((await linesOf(one, "es"))[2]).toBe(
      "2025, punto 8: Data. Publicamos como resultado 27.27% (1,500,000 a favor, " +
        "4,000,001 en contra). Es 33.33% (2,000,000 a favor, 4,000,001 en contra).",
    );
  }
  expect(await linesOf(draft, "en")).toEqual([]);

  // Back to what was emailed: nothing to say.
  expect(await published(scene, results, day(5))).toEqual({ outcome: "published", emails: 2 });
  expect(await newest(pledge)).toBeUndefined();
});

test("votes that two people published change by two people; others are logged as corrected", async () => {
  const scene = await aScene();
  const { campaign, asker, scopeOf } = scene;
  await published(
    scene,
    results.slice(0, 1).map((one) => ({ ...one, proposedBy: "shareholder" })),
    now,
  );
  const save = async (number: number, typed: Record<string, string>) => {
    const [meeting] = await listMeetings(db, campaign.id);
    const known = meeting?.items.find((item) => item.number === number);
    const fields = {
      number: `${number}`,
      title: "Other",
      status: "voted",
      ...(known && fieldsOfItem(known)),
    };
    const values = ballotItemOfForm(ballotItemForm(now).parse({ ...fields, ...typed }));
    const item = known ? { id: known.id, seen: seenOfItem(known) } : null;
    return saveBallotItem(db, { scope: scopeOf(asker), year: 2025, item, values, checked: false }, now);
  };
  const corrections = async () => (await readCase(db, campaign.id)).corrections.map(({ text }) => text);
  expect(await save(8, { votes_for: "2", votes_against: "3" })).toEqual({ outcome: "votes-published" });
  expect(await save(8, { title: "Report on data" })).toMatchObject({ outcome: "saved" });
  expect(await save(9, { votes_for: "1", votes_against: "3" })).toMatchObject({ outcome: "saved" });
  expect(await corrections()).toEqual([]);
  expect(await save(9, { votes_for: "1", votes_against: "1" })).toMatchObject({ outcome: "saved" });
  expect(
    await save(8, {
      status: "on_ballot",
      votes_for: "",
      votes_against: "",
      votes_abstain: "",
      broker_non_votes: "",
    }),
  ).toEqual({ outcome: "votes-published" });
  // Nor hidden as one of the company's own.
  expect(await save(8, { proposed_by: "company" })).toEqual({ outcome: "votes-published" });
  expect(await corrections()).toEqual([
    "2025, item 9: Other. We gave the result as 25.00% (1 for, 3 against). It is 50.00% (1 for, 1 against).",
  ]);
});
