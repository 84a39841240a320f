import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rightsOf } from "#app/domain/access/organizer.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";
import { checkDispatch } from "#app/domain/outgoing/dispatches/check-dispatch.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import { correctSupporter } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import {
  campaignOrganizers,
  campaigns,
  consents,
  letterNames,
  letterRecipients,
  nameReviews,
  organizers,
  signatures,
} from "#db/schema/index.ts";
import { changeRows, existing, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBegunDispatch,
  aDispatch,
  aLetterCampaign,
  dispatchRow,
  letterStatesOf,
  mailsOf,
  passTime,
  runLetters,
} from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const now = new Date();
// Those of earlier tests send nothing more.
beforeEach(() =>
  db.execute(sql`update letter_dispatches set state = 'cancelled', paused_at = null, pause_reason = null,
    finished_at = now() where state <> 'sent'`),
);
type Member = Awaited<ReturnType<typeof aLetterCampaign>>["team"][number];

const aName = (campaign: { id: number }, name: string) =>
  aStoredSignature(db, campaign, { name, consents: ["sign", "deliver_to_company"] });

const renamed = ({ supporter }: Awaited<ReturnType<typeof aName>>, name: string) =>
  correctSupporter(db, { supporterId: supporter.id, name, country: "US", postalCode: null });

/** A transport that records the sent names, call by call. */
function aPost(answer: (call: number) => SendOutcome | Promise<SendOutcome> = () => taken) {
  const calls: string[][] = [];
  const { mailing } = aStubMailing("resend", (call, { attachments = [] }) => {
    const csv = attachments.find(({ filename }) => filename.endsWith("names.csv"));
    const rows = (csv?.content.toString() ?? "").split("\r\n").slice(1, -1);
    calls.push(rows.map((row) => row.split(",")[2] ?? ""));
    return answer(call);
  });
  return { mailing, calls };
}
const taken: SendOutcome = { outcome: "accepted", providerId: "post-1" };

test("no name is in an annex before it was checked", async () => {
  const scene = await aLetterCampaign(db);
  await aLetter(db, scene.campaign);
  await aName(scene.campaign, "Abolish Everything Now");
  await aName(scene.campaign, "Ana Looked");
  expect(await countWaiting(db, { campaignId: scene.campaign.id })).toMatchObject({
    names: 0,
    namesLeftOut: 2,
  });
  const draft = await aDispatch(db, scene, scene.team[0]?.actor ?? "system");
  expect(await submitDispatch(db, draft)).toMatchObject({ letters: 1, names: 0 });
  await screenNewNames(db);
  expect(await countWaiting(db, { campaignId: scene.campaign.id })).toMatchObject({
    names: 1,
    namesLeftOut: 1,
  });
});

test("a name is handed over as approved or waits, whenever it was corrected", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  await aLetter(db, campaign);
  const people = [];
  for (const name of ["Ana", "Ben", "Cleo", "Dora", "Emil"]) people.push(await aName(campaign, name));
  const [, ben, cleo, dora, emil] = people as [never, ...typeof people] &
    Record<1 | 2 | 3 | 4, (typeof people)[0]>;
  await screenNewNames(db);
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer?.actor ?? "system");
  expect(await submitDispatch(db, draft)).toMatchObject({ names: 5 });
  await renamed(ben, "Benjamin Unapproved");
  await approveDispatch(db, testKeys, { ...draft, actor: second?.actor ?? "system" });
  await renamed(cleo, "Cleopatra Unapproved");
  await screenNewNames(db);
  const { id } = await dispatchRow(db, draft);
  expect(await checkDispatch(db, id)).toMatchObject({ notConsented: 2 });

  const { mailing, calls } = aPost(async (call) => {
    if (call > 1) return taken;
    // The try is refused during a correction: the email is written again, without them.
    await renamed(dora, "Dorothea Unapproved");
    await screenNewNames(db);
    return { outcome: "refused", permanent: false, problem: "busy" };
  });
  await startDispatches(db, mailing, now);
  await changeRows(db, signatures, emil.signature.id, { state: "invalidated", invalidatedAt: now });
  await runLetters(db, mailing);
  await passTime(db);
  await runLetters(db, mailing);
  expect(calls).toEqual([["Ana", "Dora"], ["Ana"]]);
  expect(await db.$count(letterNames, eq(letterNames.dispatchId, id))).toBe(1);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ names: 3 });

  const next = await aBegunDispatch(db, scene);
  await runLetters(db, mailing);
  expect(calls.at(-1)).toEqual(["Benjamin Unapproved", "Cleopatra Unapproved", "Dorothea Unapproved"]);
  expect((await mailsOf(db, next))[0]?.mail.state).toBe("accepted");
});

test("what may not go when it is approved does not go under this approval later", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  await aLetter(db, campaign);
  const hidden = await aLetter(db, campaign);
  const [, doubted] = [await aName(campaign, "Ana"), await aName(campaign, "Mickey Mouse")];
  await screenNewNames(db);
  await db.update(nameReviews).set({ state: "kept", decidedAt: now });
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer?.actor ?? "system");
  expect(await submitDispatch(db, draft)).toMatchObject({ letters: 2, names: 2 });
  const review = eq(nameReviews.signatureId, doubted.signature.id);
  await db.update(nameReviews).set({ state: "hidden" }).where(review);
  const theirs = eq(consents.supporterId, hidden.supporterId);
  await db.update(consents).set({ revokedAt: now }).where(theirs);
  await approveDispatch(db, testKeys, { ...draft, actor: second?.actor ?? "system" });
  await db.update(nameReviews).set({ state: "kept" }).where(review);
  await agreeTo(db, "deliver_letter", hidden.supporterId, campaign, { grantedAt: now });
  const { mailing, calls } = aPost();
  await startDispatches(db, mailing, now);
  await runLetters(db, mailing);
  expect(calls).toEqual([["Ana"]]);
  expect(await letterStatesOf(db, campaign)).toEqual(["sent", "confirmed"]);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 1, names: 1 });
});

test("names of a mail of which nothing was left wait again", async () => {
  const scene = await aLetterCampaign(db);
  const { signature } = await aName(scene.campaign, "Ana");
  await screenNewNames(db);
  const dispatch = await aBegunDispatch(db, scene);
  await changeRows(db, signatures, signature.id, { state: "withdrawn", withdrawnAt: now });
  const { mailing, calls } = aPost();
  await runLetters(db, mailing);
  expect(calls).toEqual([]);
  expect((await mailsOf(db, dispatch))[0]?.mail.state).toBe("skipped");
  await changeRows(db, signatures, signature.id, { state: "confirmed", withdrawnAt: null });
  await screenNewNames(db);
  expect(await countWaiting(db, { campaignId: scene.campaign.id })).toMatchObject({ names: 1 });
});

test("a name corrected between submission and approval is left out", async () => {
  const scene = await aLetterCampaign(db);
  await aLetter(db, scene.campaign);
  const ana = await aName(scene.campaign, "Ana");
  await screenNewNames(db);
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer?.actor ?? "system");
  await submitDispatch(db, draft);
  await renamed(ana, "Never Seen");
  await screenNewNames(db);
  await approveDispatch(db, testKeys, { ...draft, actor: second?.actor ?? "system" });
  const { mailing, calls } = aPost();
  await runLetters(db, mailing);
  expect(calls).toEqual([[]]);
  expect(await countWaiting(db, { campaignId: scene.campaign.id })).toMatchObject({ names: 1 });
});

test("an old page approves nothing that was submitted after it was sent back", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  await aLetter(db, campaign);
  const [writer, second] = scene.team;
  const seen = await aDispatch(db, scene, writer?.actor ?? "system");
  await submitDispatch(db, seen);
  const hers = { ...seen, actor: second?.actor ?? "system" } as const;
  const thing = { kind: "dispatch", subject: seen.publicId, campaignId: campaign.id } as const;
  await sendBack(db, { ...thing, actor: hers.actor, reason: "Not yet." });
  await aLetter(db, campaign);
  const { version } = await dispatchRow(db, seen);
  expect(await submitDispatch(db, { ...seen, version })).toMatchObject({ letters: 2 });
  expect(await approveDispatch(db, testKeys, hers)).toEqual({ outcome: "changed" });
  expect(await approveDispatch(db, testKeys, { ...hers, version })).toEqual({ outcome: "approved" });
});

test("an approval never wins against a simultaneous cancel, edit or lost right", async () => {
  for (const against of ["cancel", "edit", "disable", "approve"] as const) {
    const scene = await aLetterCampaign(db, ["owner", "owner", "owner"]);
    await aLetter(db, scene.campaign);
    const [writer, second, third] = scene.team as [Member, Member, Member];
    const draft = await aDispatch(db, scene, writer.actor);
    await submitDispatch(db, draft);
    const approve = ({ actor }: Member) => approveDispatch(db, testKeys, { ...draft, actor });
    if (against === "disable") {
      await db.update(organizers).set({ disabledAt: now }).where(eq(organizers.id, second.id));
      await db
        .update(campaignOrganizers)
        .set({ role: "reviewer", rights: [...rightsOf.reviewer] })
        .where(eq(campaignOrganizers.organizerId, third.id));
      for (const one of [second, third]) expect(await approve(one)).toEqual({ outcome: "gone" });
      continue;
    }
    const { publicId: recipientPublicId } = scene.recipient;
    const content = { recipientPublicId, subject: "Edited", body: "B", withNames: true };
    const others = {
      cancel: () => cancelDispatch(db, draft),
      edit: () => saveDispatch(db, { ...draft, content }),
      approve: () => approve(third),
    };
    const outcomes = await Promise.all([approve(second), others[against]()]);
    const { state, approvedAt } = await dispatchRow(db, draft);
    if (against === "cancel") expect(state).toBe("cancelled");
    if (against === "edit") expect(approvedAt).toBeNull();
    if (against === "approve")
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["approved", "not-submitted"]);
  }
});

test("an approver who lost the right before the start does not count, even on resume", async () => {
  const losses: ((member: Member, campaignId: number) => Promise<unknown>)[] = [
    ({ id }) =>
      db
        .update(campaignOrganizers)
        .set({ role: "organizer", rights: ["view", "write"] })
        .where(eq(campaignOrganizers.organizerId, id)),
    ({ id }) => db.delete(campaignOrganizers).where(eq(campaignOrganizers.organizerId, id)),
    ({ id }) => db.update(organizers).set({ disabledAt: now }).where(eq(organizers.id, id)),
  ];
  for (const lose of losses) {
    const scene = await aLetterCampaign(db);
    const [writer, second] = scene.team as [Member, Member];
    await aLetter(db, scene.campaign);
    const draft = await aDispatch(db, scene, writer.actor);
    await submitDispatch(db, draft);
    await approveDispatch(db, testKeys, { ...draft, actor: second.actor });
    await lose(second, scene.campaign.id);

    const { mailing } = aPost();
    await startDispatches(db, mailing, now);
    expect(await dispatchRow(db, draft)).toMatchObject({ state: "paused", pauseReason: "approver" });
    expect(await resumeDispatch(db, mailing, draft)).toEqual({ outcome: "approver" });
    await runLetters(db, mailing);
    expect((await mailsOf(db, await dispatchRow(db, draft)))[0]?.mail).toMatchObject({
      state: "queued",
      attempts: 0,
    });
    await cancelDispatch(db, draft);
    expect(await letterStatesOf(db, scene.campaign)).toEqual(["confirmed"]);
  }
});

test("an approval covers office and campaign fields: a change pauses and is named", async () => {
  const offices = (campaignId: number, values: Partial<typeof letterRecipients.$inferInsert>) =>
    db.update(letterRecipients).set(values).where(eq(letterRecipients.campaignId, campaignId));
  const campaignIs = (id: number, values: Partial<typeof campaigns.$inferInsert>) =>
    db.update(campaigns).set(values).where(eq(campaigns.id, id));
  const changes: [string, (campaignId: number) => Promise<unknown>][] = [
    ["office-postal", (id) => offices(id, { postalAddress: "Somewhere else" })],
    ["operator", (id) => campaignIs(id, { operator: "Somebody Else" })],
    ["postal-address", (id) => campaignIs(id, { postalAddress: "2 Other Street" })],
    ["reply-to", (id) => campaignIs(id, { contactEmail: "thief@elsewhere.test" })],
    ["reply-to", (id) => campaignIs(id, { replyTo: "thief@elsewhere.test" })],
    ["sender-name", (id) => campaignIs(id, { senderName: "Somebody Else" })],
    ["sender-address", (id) => campaignIs(id, { senderAddress: "else@elsewhere.example" })],
    ["funding", (id) => campaignIs(id, { fundingLine: "Paid by somebody else." })],
  ];
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  const [writer, second] = scene.team as [Member, Member];
  const restore = async () => {
    const { operator, postalAddress, contactEmail, fundingLine, senderName, senderAddress, replyTo } =
      campaign;
    await offices(campaign.id, { postalAddress: scene.recipient.postalAddress });
    await campaignIs(campaign.id, { operator, postalAddress, contactEmail, fundingLine });
    await campaignIs(campaign.id, { senderName, senderAddress, replyTo });
  };
  for (const [what, change] of changes) {
    await aLetter(db, campaign);
    const draft = await aDispatch(db, scene, writer.actor);
    await submitDispatch(db, draft);
    await approveDispatch(db, testKeys, { ...draft, actor: second.actor });
    const { mailing, calls } = aPost();
    // Before its start, and before its first call.
    for (let time = 0; time < 2; time++) {
      await change(campaign.id);
      await startDispatches(db, mailing, now);
      await runLetters(db, mailing);
      expect(await dispatchRow(db, draft)).toMatchObject({ state: "paused", pauseReason: "differs" });
      expect((await findDispatch(db, campaign.id, draft.publicId))?.differs).toEqual([what]);
      expect(await resumeDispatch(db, mailing, draft)).toEqual({ outcome: "differs" });
      await runLetters(db, mailing);
      expect(calls).toEqual([]);
      await restore();
      expect(await resumeDispatch(db, mailing, draft)).toEqual({ outcome: "resumed" });
    }
    // Restored, it is sent.
    await runLetters(db, mailing);
    expect(calls, what).toHaveLength(1);
  }
});

test("a changed reply address stops the rest of a dispatch until the last moment", async () => {
  const scene = await aLetterCampaign(db);
  await aLetter(db, scene.campaign);
  const begun = await aBegunDispatch(db, scene);
  const { mailing, calls } = aPost();
  const elsewhere = { contactEmail: "thief@elsewhere.test" };
  await db.update(campaigns).set(elsewhere).where(eq(campaigns.id, scene.campaign.id));
  await runLetters(db, mailing);
  expect(calls).toEqual([]);
  expect(await dispatchRow(db, begun)).toMatchObject({ state: "paused", pauseReason: "differs" });
  expect((await mailsOf(db, begun))[0]?.mail.state).toBe("queued");
});

test("an approval covers what was submitted and shown: changes need a new submission", async () => {
  const scene = await aLetterCampaign(db);
  const [writer, second] = scene.team as [Member, Member];
  const { campaign } = scene;
  await aLetter(db, campaign);
  const draft = await aDispatch(db, scene, writer.actor);
  await submitDispatch(db, draft);
  const frameNow = async () => (await findDispatch(db, campaign.id, draft.publicId))?.frame ?? "";
  const frame = await frameNow();
  const answersGoTo = (contactEmail: string | null) =>
    db.update(campaigns).set({ contactEmail }).where(eq(campaigns.id, campaign.id));
  const approve = (seen?: string) =>
    approveDispatch(db, testKeys, {
      ...draft,
      actor: second.actor,
      ...(seen !== undefined && { frame: seen }),
    });

  await answersGoTo("thief@elsewhere.test");
  expect(await approve(frame)).toEqual({ outcome: "changed" });
  expect(await approve("")).toEqual({ outcome: "changed" });
  for (const seen of [await frameNow(), undefined])
    expect(await approve(seen)).toEqual({ outcome: "submitted-otherwise" });
  expect((await findDispatch(db, campaign.id, draft.publicId))?.differs).toEqual(["reply-to"]);

  await answersGoTo(campaign.contactEmail);
  expect((await findDispatch(db, campaign.id, draft.publicId))?.differs).toEqual([]);
  expect(await approve(frame)).toEqual({ outcome: "approved" });
});

test("letters that left since the page opened need a new review, not a submission", async () => {
  const scene = await aLetterCampaign(db);
  const [writer, second] = scene.team as [Member, Member];
  const { campaign } = scene;
  const letters = [await aLetter(db, campaign), await aLetter(db, campaign)];
  const named = await aName(campaign, "Nora Named");
  await screenNewNames(db);
  const draft = await aDispatch(db, scene, writer.actor);
  await submitDispatch(db, draft);
  const frameNow = async () => (await findDispatch(db, campaign.id, draft.publicId))?.frame ?? "";
  const approve = (frame: string) => approveDispatch(db, testKeys, { ...draft, actor: second.actor, frame });

  const whole = await frameNow();
  await withdrawLetter(db, letters[0] ?? { supporterId: 0, publicId: "" });
  expect(await approve(whole)).toEqual({ outcome: "changed" });
  const withoutOne = await frameNow();
  await renamed(named, "Nora Renamed");
  expect(await approve(withoutOne)).toEqual({ outcome: "changed" });
  expect(await approve(await frameNow())).toEqual({ outcome: "approved" });
});

test("the operator cannot second their own edit, but can approve the calendar's draft", async () => {
  const scene = await aLetterCampaign(db);
  await aLetter(db, scene.campaign);
  const [writer] = scene.team as [Member];
  const draft = await aDispatch(db, scene, writer.actor);
  const stands = existing(await findDispatch(db, scene.campaign.id, draft.publicId));
  const { recipient, subject, body, withNames, version } = stands;
  const content = { recipientPublicId: recipient.publicId, subject, body: `${body}\n\nAnd more.`, withNames };
  const asOperator = { ...draft, actor: "operator" as const };
  const saved = await saveDispatch(db, { ...asOperator, version, content });
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  const seen = { ...draft, version: saved.version };
  expect(await submitDispatch(db, seen)).toMatchObject({ outcome: "submitted" });
  const approval = { ...asOperator, version: saved.version };
  expect(await approveDispatch(db, testKeys, { ...approval, alone: false })).toEqual({ outcome: "own" });
  expect(await approveDispatch(db, testKeys, { ...approval, alone: true })).toMatchObject({
    outcome: "approved",
  });
  expect(await dispatchRow(db, draft)).toMatchObject({ approvedAlone: true });

  const other = await aLetterCampaign(db);
  await aLetter(db, other.campaign);
  const drafted = await draftDispatch(db, {
    campaignId: other.campaign.id,
    actor: "system",
    kind: "consolidated",
    cause: "weekly",
    recipientPublicId: other.recipient.publicId,
  });
  if (drafted.outcome !== "drafted") throw new Error(drafted.outcome);
  const [submitter] = other.team as [Member];
  const on = { campaignId: other.campaign.id, publicId: drafted.publicId, version: 1 };
  expect(await submitDispatch(db, { ...on, actor: submitter.actor })).toMatchObject({ outcome: "submitted" });
  expect(await approveDispatch(db, testKeys, { ...on, actor: "operator", alone: false })).toMatchObject({
    outcome: "approved",
  });
  expect(await dispatchRow(db, on)).toMatchObject({ approvedAlone: false });
});
