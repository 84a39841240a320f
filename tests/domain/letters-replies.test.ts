import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  listPublicDispatches,
  listRepliesTo,
} from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import { approveReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";
import { listAnswerable, listReplies } from "#app/domain/entries/letters/replies/list-replies.server.ts";
import { recordReply, removeReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { listOwnActs } from "#app/domain/pages/list-own-acts.server.ts";
import {
  auditEntries,
  campaignOrganizers,
  campaigns,
  letterEvents,
  outbox,
  rightPeriods,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-10-20T10:00:00Z");

async function aScene() {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role: "organizer" });
  const answered = [await aLetter(db, campaign), await aLetter(db, campaign)];
  const waiting = await aLetter(db, campaign);
  const dispatch = await aHandedOver(db, campaign, { letterIds: answered.map(({ id }) => id) });
  const reply = {
    dispatch: dispatch.publicId,
    received_on: "2026-10-15",
    from_whom: "Investor Relations",
    text: "We thank you for your letters.",
  };
  const second = await anOrganizer(db, { campaign, role: "organizer" });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const others = { campaignId: campaign.id, organizerId: second.id };
  return { campaign, scope, others, answered, waiting, dispatch, reply };
}

test("the timeline has what the campaign did and what the company's server accepted", async () => {
  const { campaign, scope, others, reply } = await aScene();
  // In New York it is still the day before.
  await changeRows(db, campaigns, campaign.id, { openedAt: new Date("2026-10-02T01:00:00Z") });
  await aHandedOver(db, campaign, {
    letterIds: [],
    number: 2,
    mail: { transport: "file", state: "accepted" },
  });
  const recorded = await recordReply(db, scope, reply, now);
  const acts = () => listOwnActs(db, campaign.id);
  expect((await acts()).map(({ what }) => what)).toEqual(["opened", "letters"]);
  const publicId = recorded.outcome === "recorded" ? recorded.publicId : "";
  await approveReply(db, { scope: others, publicId }, now);
  const companyId = campaign.targetId;
  const none = { letters: 0, names: 0, year: null };
  expect(await acts()).toEqual([
    { what: "opened", on: "2026-10-01", companyId: null, ...none },
    { what: "letters", on: "2026-10-12", companyId, letters: 2, names: 2, year: null },
    { what: "reply", on: reply.received_on, companyId, ...none },
  ]);
});

const notified = (letterId: number) =>
  db.$count(outbox, and(eq(outbox.letterId, letterId), eq(outbox.template, "letter-replied")));
const replied = (letterId: number) =>
  db.$count(letterEvents, and(eq(letterEvents.letterId, letterId), eq(letterEvents.event, "replied")));

test("a reply is with the letters it answers, and their writers are told once", async () => {
  const { campaign, scope, others, answered, waiting, reply } = await aScene();
  const approved = async (text: typeof reply) => {
    const recorded = await recordReply(db, scope, text, now);
    const publicId = recorded.outcome === "recorded" ? recorded.publicId : "";
    return approveReply(db, { scope: others, publicId }, now);
  };
  expect(await approved(reply)).toEqual({ outcome: "approved", told: 2 });
  const again = { ...reply, received_on: "2026-10-18", text: "And again." };
  expect(await approved(again)).toEqual({ outcome: "approved", told: 0 });

  for (const { id } of answered) expect([await replied(id), await notified(id)]).toEqual([2, 1]);
  expect([await replied(waiting.id), await notified(waiting.id)]).toEqual([0, 0]);
  const texts = ["We thank you for your letters.", "And again."];
  expect((await listPublicDispatches(db, campaign.id))[0]?.replies.map(({ text }) => text)).toEqual(texts);
  expect((await listRepliesTo(db, campaign.id, 1)).map(({ text }) => text)).toEqual(texts);
  const entries = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
    ["reply-recorded", { dispatch: 1 }],
    ["reply-approved", { dispatch: 1, letters: 2, told: 2 }],
    ["reply-recorded", { dispatch: 1 }],
    ["reply-approved", { dispatch: 1, letters: 2, told: 0 }],
  ]);
});

test("a reply that another could approve is not published alone", async () => {
  const { campaign, scope, others, answered, reply } = await aScene();
  const recorded = await recordReply(db, scope, reply, now);
  expect(recorded).toMatchObject({ outcome: "recorded", waits: true, told: 0 });
  const publicId = recorded.outcome === "recorded" ? recorded.publicId : "";
  expect(await listRepliesTo(db, campaign.id, 1)).toEqual([]);
  expect((await listPublicDispatches(db, campaign.id))[0]?.replies).toEqual([]);
  for (const { id } of answered) expect([await replied(id), await notified(id)]).toEqual([0, 0]);
  expect(await approveReply(db, { scope, publicId }, now)).toEqual({ outcome: "own" });
  const reviewer = await anOrganizer(db, { campaign, role: "reviewer" });
  const asReviewer = { ...scope, organizerId: reviewer.id };
  expect(await approveReply(db, { scope: asReviewer, publicId }, now)).toEqual({ outcome: "gone" });
  const elsewhere = (await aScene()).others;
  expect(await approveReply(db, { scope: elsewhere, publicId }, now)).toEqual({ outcome: "gone" });
  const twice = [0, 1].map(() => approveReply(db, { scope: others, publicId }, now));
  const outcomes = (await Promise.all(twice)).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(["approved", "gone"]);
  for (const { id } of answered) expect([await replied(id), await notified(id)]).toEqual([1, 1]);
});

test("the only one who can approve publishes an answer alone, and that is recorded", async () => {
  const { campaign, scope, others, reply } = await aScene();
  await db.delete(rightPeriods).where(eq(rightPeriods.organizerId, others.organizerId));
  await db.delete(campaignOrganizers).where(eq(campaignOrganizers.organizerId, others.organizerId));
  expect(await recordReply(db, scope, reply, now)).toMatchObject({ waits: false, told: 2 });
  expect(await listReplies(db, campaign.id)).toMatchObject([{ approvedAlone: true }]);
});

test("a reply that is taken back is on no page", async () => {
  const { campaign, scope, reply } = await aScene();
  const recorded = await recordReply(db, scope, reply, now);
  const publicId = recorded.outcome === "recorded" ? recorded.publicId : "";
  const elsewhere = { ...scope, campaignId: (await aCampaign(db)).id };
  expect(await removeReply(db, { scope: elsewhere, publicId }, now)).toEqual({ outcome: "gone" });
  expect(await removeReply(db, { scope, publicId }, now)).toEqual({ outcome: "removed" });
  expect(await removeReply(db, { scope, publicId }, now)).toEqual({ outcome: "gone" });
  expect(await listReplies(db, campaign.id)).toEqual([]);
  expect(await listRepliesTo(db, campaign.id, 1)).toEqual([]);
  const [entry] = await rowsIn(db, auditEntries, { subject: publicId, action: "reply-removed" });
  expect(entry).toMatchObject({
    actor: `organizer:${scope.organizerId}`,
    detail: { dispatch: 1, published: false },
  });
});

test("a reply answers a dispatch of the campaign that has begun, on a day that can be", async () => {
  const { campaign, scope, reply } = await aScene();
  for (const day of ["2026-10-01", "2026-11-01"]) {
    const impossible = { ...reply, received_on: day };
    expect(await recordReply(db, scope, impossible, now)).toEqual({ outcome: "day-impossible" });
  }
  const other = await aScene();
  expect(await recordReply(db, other.scope, reply, now)).toEqual({ outcome: "no-dispatch" });
  const reviewer = await anOrganizer(db, { campaign, role: "reviewer" });
  const asReviewer = { ...scope, organizerId: reviewer.id };
  expect(await recordReply(db, asReviewer, reply, now)).toEqual({ outcome: "no-dispatch" });
  expect(await listAnswerable(db, campaign.id)).toMatchObject([{ number: 1, startedOn: "2026-10-12" }]);
});
