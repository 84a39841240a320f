import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { resolveUnknown } from "#app/domain/outgoing/dispatches/parts/resolve-unknown.server.ts";
import { pauseDispatch } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import { dispatchProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import { findDispatch, listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/revert-to-draft.server.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import {
  auditEntries,
  campaigns,
  consents,
  letterEvents,
  letterNames,
  letterParts,
  letterRecipients,
  nameReviews,
  organizers,
  outbox,
  petitionVersions,
  supporters,
} from "#db/schema/index.ts";
import { changeRows, rowsIn, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  actionsOn,
  aDispatch,
  aLetterCampaign,
  dispatchRow,
  letterStatesOf,
  waitingLetters,
} from "#tests/support/dispatches.ts";
import { aLetter, aRecipient, unverified } from "#tests/support/letters.ts";
import { aFileMailing, aStubMailing } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aNameThatMayGo, aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const asDispatch = ({ publicId, ...on }: { campaignId: number; publicId: string; actor: Actor }) =>
  ({ ...on, kind: "dispatch", subject: publicId }) as const;
const now = new Date("2026-11-24T12:00:00Z");
type Team = Awaited<ReturnType<typeof aLetterCampaign>>["team"];

/** A draft submitted by its writer. */
async function submitted(count = 2, values?: Parameters<typeof aLetterCampaign>[2]) {
  const scene = await waitingLetters(db, count, undefined, values);
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer.actor, {}, now);
  expect(await submitDispatch(db, draft, now)).toMatchObject({ outcome: "submitted", letters: count });
  return { ...scene, draft, hers: { ...draft, actor: second.actor } };
}

const aName = (campaign: { id: number }, name: string, agreed = true) =>
  agreed ? aNameThatMayGo(db, campaign, { name }) : aStoredSignature(db, campaign, { name });

const review = (
  signature: { id: number; campaignId: number },
  state: "queued" | "kept" | "hidden" | "asked",
) =>
  storeRow(db, nameReviews, {
    signatureId: signature.id,
    campaignId: signature.campaignId,
    reasons: ["slogan"],
    state,
    nameSha256: Buffer.alloc(32),
    decidedAt: state === "queued" ? null : now,
  });

test("a draft begins with the campaign's words, once however often its form is sent", async () => {
  const { campaign, recipient, team } = await waitingLetters(db, 0);
  const [writer] = team;
  const input = {
    campaignId: campaign.id,
    actor: writer.actor,
    publicId: randomUUID(),
    kind: "consolidated" as const,
    recipientPublicId: recipient.publicId,
    cause: "organizer" as const,
  };
  const drafted = await Promise.all([1, 2, 3].map(() => draftDispatch(db, input, now)));
  expect(drafted.map(({ outcome }) => outcome)).toEqual(["drafted", "drafted", "drafted"]);
  const listed = await listDispatches(db, campaign.id);
  expect(listed).toMatchObject([{ number: 1, stage: "draft", recipient: "Investor Relations", letters: 0 }]);
  const found = await findDispatch(db, campaign.id, input.publicId);
  expect(found?.body).toContain("We enclose {letters} {letters|letter|letters} to Sample Corporation");
  expect(await actionsOn(db, input)).toEqual(["dispatch-drafted"]);
});

test("only writers of a campaign draft, save, submit, cancel and pause", async () => {
  const { campaign, recipient } = await aLetterCampaign(db, ["organizer"]);
  const { team } = await aLetterCampaign(db, ["organizer"]);
  const reviewer = await anOrganizer(db, { campaign, role: "reviewer" });
  const writer = await anOrganizer(db, { campaign });
  const draft = await aDispatch(db, { campaign, recipient }, `organizer:${writer.id}`, {}, now);
  const { mailing } = await aFileMailing();
  for (const { id } of [...team, reviewer]) {
    const actor = `organizer:${id}` as const;
    const on = { ...draft, actor };
    const fresh = { ...on, publicId: randomUUID(), kind: "consolidated", cause: "organizer" } as const;
    const input = { ...fresh, recipientPublicId: recipient.publicId };
    expect(await draftDispatch(db, input, now)).toEqual({ outcome: "gone" });
    const content = { recipientPublicId: recipient.publicId, subject: "S", body: "B", withNames: true };
    expect(await saveDispatch(db, { ...on, content }, now)).toEqual({ outcome: "gone" });
    expect(await submitDispatch(db, on, now)).toEqual({ outcome: "gone" });
    expect(await approveDispatch(db, testKeys, on, now)).toEqual({ outcome: "gone" });
    expect(await sendBack(db, { ...asDispatch(on), reason: "No." }, now)).toEqual({ outcome: "gone" });
    expect(await withdrawDispatchApproval(db, on, now)).toEqual({ outcome: "gone" });
    expect(await cancelDispatch(db, on, now)).toEqual({ outcome: "over" });
    expect(await pauseDispatch(db, on, now)).toEqual({ outcome: "not-sending" });
    expect(await resumeDispatch(db, mailing, on, now)).toEqual({ outcome: "not-paused" });
    const settle = { ...on, partPublicId: randomUUID(), arrived: true };
    expect(await resolveUnknown(db, settle, now)).toEqual({ outcome: "not-unknown" });
  }
  const elsewhere = await aLetterCampaign(db);
  expect(await findDispatch(db, elsewhere.campaign.id, draft.publicId)).toBeNull();
});

test("no dispatch is drafted for another campaign's office or a retired one", async () => {
  const { campaign, team } = await waitingLetters(db, 0);
  const other = await aLetterCampaign(db);
  const retired = await aRecipient(db, campaign, { email: "old@company.example", retiredAt: now });
  for (const { publicId: recipientPublicId } of [other.recipient, retired]) {
    const input = { campaignId: campaign.id, actor: team[0].actor, recipientPublicId };
    const drafted = await draftDispatch(db, { ...input, kind: "consolidated", cause: "organizer" }, now);
    expect(drafted).toEqual({ outcome: "no-recipient" });
  }
});

test("an edit that began on an older version is refused and shows what is stored", async () => {
  const { recipient, team, ...scene } = await waitingLetters(db, 0);
  const draft = await aDispatch(db, { ...scene, recipient }, team[0].actor, {}, now);
  const content = { recipientPublicId: recipient.publicId, subject: "His", body: "B", withNames: true };
  expect(await saveDispatch(db, { ...draft, content }, now)).toMatchObject({ outcome: "saved", version: 2 });
  const hers = { ...draft, actor: team[1].actor, content: { ...content, subject: "Hers" } };
  expect(await saveDispatch(db, hers, now)).toMatchObject({ outcome: "stale", theirs: { subject: "His" } });
});

test("submitting takes letters that may go, and leaves held or unconsented ones", async () => {
  const scene = await waitingLetters(db, 2);
  const { campaign, team } = scene;
  await aLetter(db, campaign, { holdReason: "links" });
  await aLetter(db, campaign, { holdReason: "links", moderatedAt: now });
  const revoked = await aLetter(db, campaign);
  await db
    .update(consents)
    .set({ revokedAt: now })
    .where(and(eq(consents.supporterId, revoked.supporterId), eq(consents.purpose, "deliver_letter")));
  await aLetter(db, campaign, { state: "email_pending" });
  const chosen = await aLetter(db, campaign);
  await aDispatch(db, scene, team[0].actor, { letters: [chosen] }, now);

  const draft = await aDispatch(db, scene, team[0].actor, {}, now);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 3, lettersOnHold: 1 });
  expect(await submitDispatch(db, draft, now)).toMatchObject({ outcome: "submitted", letters: 3, parts: 1 });
  expect(await letterStatesOf(db, campaign)).toEqual([
    "queued",
    "queued",
    "confirmed",
    "queued",
    "confirmed",
    "email_pending",
    "confirmed",
  ]);
  expect(await submitDispatch(db, draft, now)).toEqual({ outcome: "not-draft" });
});

test("names go once, and only those that nobody doubts", async () => {
  const scene = await waitingLetters(db, 1);
  const { campaign, team } = scene;
  const [plain, kept] = [await aName(campaign, "Ana"), await aName(campaign, "Save Us")];
  await review(kept.signature, "kept");
  for (const state of ["queued", "hidden", "asked"] as const) {
    await review((await aName(campaign, state)).signature, state);
  }
  await aName(campaign, "Silent", false);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ names: 2, namesLeftOut: 3 });
  const draft = await aDispatch(db, scene, team[0].actor, {}, now);
  expect(await submitDispatch(db, draft, now)).toMatchObject({ letters: 1, names: 2 });
  const { id } = await dispatchRow(db, draft);
  const [part] = await db.select().from(letterParts).where(eq(letterParts.dispatchId, id));
  expect(part?.signatureIds).toEqual([plain.signature.id, kept.signature.id]);

  await aName(campaign, "Later");
  const next = await aDispatch(db, scene, team[0].actor, {}, now);
  expect(await submitDispatch(db, next, now)).toMatchObject({ outcome: "submitted", letters: 0, names: 1 });
});

test("no name is handed over under a text with another meaning than the signed one", async () => {
  const scene = await waitingLetters(db, 1);
  const { campaign, team } = scene;
  await aName(campaign, "Earlier");
  await storeRow(db, petitionVersions, {
    campaignId: campaign.id,
    version: 2,
    summary: "We ask more.",
    body: "We ask for more.",
    publishedAt: now,
    earlierSigners: "apart",
  });
  await db.update(campaigns).set({ petitionVersion: 2 }).where(eq(campaigns.id, campaign.id));
  await aNameThatMayGo(db, campaign, { name: "Later", petitionVersion: 2 });
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ names: 1 });
  const draft = await aDispatch(db, scene, team[0].actor, {}, now);
  expect(await submitDispatch(db, draft, now)).toMatchObject({ letters: 1, names: 1 });
});

test("neither submitter nor last editor approves, nor anyone an unseen version", async () => {
  const { draft, hers, recipient } = await submitted();
  expect(await approveDispatch(db, testKeys, draft, now)).toEqual({ outcome: "own" });
  expect(await approveDispatch(db, testKeys, { ...hers, version: 2 }, now)).toEqual({ outcome: "changed" });

  const content = { recipientPublicId: recipient.publicId, subject: "Hers", body: "B", withNames: true };
  const saved = await saveDispatch(db, { ...hers, content }, now);
  expect(saved).toEqual({ outcome: "saved", version: 2, tookBack: true });
  expect(await submitDispatch(db, { ...draft, version: 2 }, now)).toMatchObject({ outcome: "submitted" });
  expect(await approveDispatch(db, testKeys, { ...hers, version: 2 }, now)).toEqual({ outcome: "own" });
  const { approvedAt } = await dispatchRow(db, draft);
  expect(approvedAt).toBeNull();
});

test("an approval is of the words, the office, each letter and each name", async () => {
  const scene = await waitingLetters(db, 2);
  const { campaign, team, written, recipient } = scene;
  await aName(campaign, "Ana");
  const [writer, second] = team;
  const approvalOf = async (change: () => Promise<unknown>) => {
    const draft = await aDispatch(db, scene, writer.actor, {}, now);
    await submitDispatch(db, draft, now);
    await change();
    const approved = await approveDispatch(db, testKeys, { ...draft, actor: second.actor }, now);
    expect(approved).toEqual({ outcome: "approved" });
    const { approvedSha256 } = await dispatchRow(db, draft);
    const { outcome } = await withdrawDispatchApproval(db, draft, now);
    expect(outcome).toBe("withdrawn");
    await cancelDispatch(db, draft, now);
    return approvedSha256?.toString("hex");
  };
  const same = await approvalOf(async () => {});
  expect(await approvalOf(async () => {})).toBe(same);
  const others = [
    await approvalOf(() => changeRows(db, supporters, written[0]?.supporterId ?? 0, { name: "Other" })),
    await approvalOf(() => db.update(supporters).set({ name: "Anna" }).where(eq(supporters.name, "Ana"))),
  ];
  await db.update(letterRecipients).set({ name: "Board" }).where(eq(letterRecipients.id, recipient.id));
  others.push(await approvalOf(async () => {}));
  await aLetter(db, campaign);
  others.push(await approvalOf(async () => {}));
  expect(new Set([same, ...others]).size).toBe(5);
});

test("the only one who can approve approves alone, which is recorded", async () => {
  const scene = await aLetterCampaign(db, ["owner"]);
  await aLetter(db, scene.campaign);
  const [writer] = scene.team as [Team[number]];
  const draft = await aDispatch(db, scene, writer.actor, {}, now);
  await submitDispatch(db, draft, now);
  const second = await anOrganizer(db, { campaign: scene.campaign });
  expect(await approveDispatch(db, testKeys, draft, now)).toEqual({ outcome: "own" });
  await db.update(organizers).set({ disabledAt: now }).where(eq(organizers.id, second.id));
  expect(await approveDispatch(db, testKeys, draft, now)).toEqual({ outcome: "approved" });
  expect(await dispatchRow(db, draft)).toMatchObject({ approvedAlone: true, approvedById: writer.id });
  expect(await actionsOn(db, draft)).toContain("dispatch-approved-alone");
});

test("sending back or cancelling requeues letters and names, as the ledger shows", async () => {
  const scene = await waitingLetters(db, 2);
  const { campaign, written } = scene;
  await aName(campaign, "Ana");
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer.actor, {}, now);
  await submitDispatch(db, draft, now);
  const back = { ...asDispatch(draft), actor: second.actor, reason: "The date is wrong." };
  expect(await sendBack(db, back, now)).toEqual({ outcome: "sent-back" });
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 2, names: 1 });
  await submitDispatch(db, { ...draft, version: 2 }, now);
  expect(await cancelDispatch(db, draft, now)).toEqual({ outcome: "cancelled" });
  expect(await cancelDispatch(db, draft, now)).toEqual({ outcome: "over" });
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 2, names: 1 });
  const events = await rowsIn(db, letterEvents, { letterId: written[0]?.id ?? 0 });
  expect(events.map(({ event }) => event)).toEqual([
    "confirmed",
    "queued",
    "confirmed",
    "queued",
    "confirmed",
  ]);
});

test("letters on their own stay with their draft until it is cancelled, a mail each", async () => {
  const scene = await waitingLetters(db, 3);
  const { campaign, written } = scene;
  const [writer, second] = scene.team;
  const [first, other] = written as [
    Awaited<ReturnType<typeof aLetter>>,
    Awaited<ReturnType<typeof aLetter>>,
  ];
  const draft = await aDispatch(db, scene, writer.actor, { letters: [first, other] }, now);
  await submitDispatch(db, draft, now);
  await sendBack(db, { ...asDispatch(draft), actor: second.actor, reason: "Not yet." }, now);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 1 });
  const again = await submitDispatch(db, { ...draft, version: 2 }, now);
  expect(again).toMatchObject({ outcome: "submitted", letters: 2, parts: 2 });
  await cancelDispatch(db, draft, now);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 3 });
});

test("a letter on its own cannot be chosen twice", async () => {
  const scene = await waitingLetters(db, 1);
  const { campaign, recipient, team, written } = scene;
  await aDispatch(db, scene, team[0].actor, { letters: written }, now);
  const again = await draftDispatch(
    db,
    {
      campaignId: campaign.id,
      actor: team[0].actor,
      kind: "individual",
      cause: "organizer",
      recipientPublicId: recipient.publicId,
      letterPublicIds: written.map(({ publicId }) => publicId),
    },
    now,
  );
  expect(again).toEqual({ outcome: "no-letters" });
  expect(await listDispatches(db, campaign.id)).toHaveLength(1);
});

test("an approved dispatch begins with one email per part, and stays approved", async () => {
  const { draft, hers, campaign } = await submitted();
  await approveDispatch(db, testKeys, hers, now);
  expect(await findDispatch(db, campaign.id, draft.publicId)).toMatchObject({ stage: "approved" });
  const { mailing } = await aFileMailing();
  await startDispatches(db, mailing, now);
  const { id, state } = await dispatchRow(db, draft);
  expect(state).toBe("sending");
  const progress = await dispatchProgress(db, id);
  expect(progress).toMatchObject({
    submitted: 2,
    letters: { queued: 2 },
    parts: [{ state: "queued", letters: 2 }],
  });
  expect(await withdrawDispatchApproval(db, draft, now)).toEqual({ outcome: "not-submitted" });
});

test("what every mail must carry and is not set keeps a dispatch from going", async () => {
  const { draft, hers } = await submitted(2, { postalAddress: null });
  await approveDispatch(db, testKeys, hers, now);
  const { mailing } = await aFileMailing();
  await startDispatches(db, mailing, now);
  expect(await dispatchRow(db, draft)).toMatchObject({ state: "paused", pauseReason: "not-ready" });
  expect(await resumeDispatch(db, mailing, draft, now)).toEqual({
    outcome: "not-ready",
    missing: ["postal-address"],
  });
  const pausedEmails = await db.select().from(outbox).where(eq(outbox.template, "dispatch-paused"));
  expect(pausedEmails.length).toBe(2);
});

test("a paused dispatch continues only to the office that was approved and is verified", async () => {
  const { draft, hers, recipient } = await submitted();
  await approveDispatch(db, testKeys, hers, now);
  const { mailing } = aStubMailing("resend");
  await startDispatches(db, mailing, now);
  expect(await pauseDispatch(db, draft, now)).toEqual({ outcome: "paused" });
  const office = eq(letterRecipients.id, recipient.id);
  const { verifiedAt, verifiedBy, verifiedWhere } = recipient;
  await db.update(letterRecipients).set(unverified).where(office);
  expect(await resumeDispatch(db, mailing, draft, now)).toEqual({ outcome: "recipient" });
  await db.update(letterRecipients).set({ email: "other@company.example" }).where(office);
  await db.update(letterRecipients).set({ verifiedAt, verifiedBy, verifiedWhere }).where(office);
  expect(await resumeDispatch(db, mailing, draft, now)).toEqual({ outcome: "recipient" });
  await db.update(letterRecipients).set({ email: recipient.email }).where(office);
  await db.update(letterRecipients).set({ verifiedAt, verifiedBy, verifiedWhere }).where(office);
  expect(await resumeDispatch(db, mailing, draft, now)).toEqual({ outcome: "resumed" });
});

test("a cancelled dispatch ends its waiting mails; one whose fate is open is unknown", async () => {
  const scene = await waitingLetters(db, 2);
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer.actor, { letters: scene.written }, now);
  await submitDispatch(db, draft, now);
  await approveDispatch(db, testKeys, { ...draft, actor: second.actor }, now);
  const { mailing } = await aFileMailing();
  await startDispatches(db, mailing, now);
  await db.execute(sql`update outbox set unanswered_since = now()
    where letter_part_id = (select min(id) from letter_parts
    where dispatch_id = ${(await dispatchRow(db, draft)).id})`);
  await cancelDispatch(db, draft, now);
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["unknown", "confirmed"]);
});

test("an organizer settles what is unknown: arrived, or its letters wait again", async () => {
  const scene = await waitingLetters(db, 3);
  const { campaign, written } = scene;
  const [writer, second] = scene.team;
  await aName(campaign, "Ana");
  const draft = await aDispatch(db, scene, writer.actor, {}, now);
  await submitDispatch(db, draft, now);
  await approveDispatch(db, testKeys, { ...draft, actor: second.actor }, now);
  const { mailing } = await aFileMailing();
  await startDispatches(db, mailing, now);
  const { id } = await dispatchRow(db, draft);
  const [part] = await db.select().from(letterParts).where(eq(letterParts.dispatchId, id));
  const ofPart = eq(outbox.letterPartId, part?.id ?? 0);
  const settle = { ...draft, partPublicId: part?.publicId ?? "", arrived: false };
  expect(await resolveUnknown(db, settle, now)).toEqual({ outcome: "not-unknown" });

  await db.update(outbox).set({ state: "unknown", problem: "interrupted" }).where(ofPart);
  // One writer has since begun another letter: that one is current, and the old one has ended.
  await aLetter(db, campaign, { supporterId: written[1]?.supporterId ?? 0 });
  expect(await resolveUnknown(db, settle, now)).toEqual({ outcome: "settled", waiting: 2 });
  expect(await letterStatesOf(db, campaign)).toEqual(["confirmed", "bounced", "confirmed", "confirmed"]);
  expect(await db.$count(letterNames, eq(letterNames.dispatchId, id))).toBe(0);
  expect((await actionsOn(db, draft)).at(-1)).toBe("dispatch-unknown-settled");
});

test("an edit is logged by its parts, without words, and only if it changed any", async () => {
  const scene = await aLetterCampaign(db);
  await aLetter(db, scene.campaign);
  const draft = await aDispatch(db, scene, scene.team[0]?.actor ?? "system");
  const before = (await actionsOn(db, draft)).length;
  const { publicId: recipientPublicId } = scene.recipient;
  const content = { recipientPublicId, subject: "A secret subject", body: "B", withNames: true };
  const saved = await saveDispatch(db, { ...draft, content });
  const version = saved.outcome === "saved" ? saved.version : 0;
  await saveDispatch(db, { ...draft, version, content });
  expect((await actionsOn(db, draft)).slice(before)).toEqual(["dispatch-edited"]);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subject, draft.publicId));
  expect(JSON.stringify(entries)).not.toContain("secret");
});
