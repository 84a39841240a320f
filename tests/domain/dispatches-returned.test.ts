import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listPublicDispatches } from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import { listOwnLetters } from "#app/domain/entries/letters/queries.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { applyMailEvent } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { dispatchProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import { requeueLetters } from "#app/domain/outgoing/dispatches/sending/end-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import type { Fate } from "#app/mail/mail-event.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import { letterNames, letterRecipients } from "#db/schema/index.ts";
import { changeRows, firstOf, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBegunDispatch,
  actionsOn,
  aDispatch,
  aLetterCampaign,
  letterStatesOf,
  lettersOf,
  mailsOf,
  runLetters,
} from "#tests/support/dispatches.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const soon = () => new Date(Date.now() + 60_000);

const taken: SendOutcome = { outcome: "accepted", providerId: "post-1" };
const refusedForGood: SendOutcome = { outcome: "refused", permanent: true, problem: "smtp-550" };

/** A transport that records, call by call, the recipient and the names in the email. */
function aPost(answer: (call: number) => SendOutcome = () => taken) {
  const calls: { to: string; names: string[]; letters: number }[] = [];
  const rowsOf = (content: string | Buffer | undefined) =>
    (content?.toString() ?? "").split("\r\n").slice(1, -1);
  const { mailing } = aStubMailing("resend", (call, { to, attachments = [] }) => {
    const names = attachments.find(({ filename }) => filename.endsWith("names.csv"));
    const written = attachments.find(({ filename }) => filename.endsWith("letters.csv"));
    calls.push({
      to,
      names: rowsOf(names?.content).map((row) => row.split(",")[2] ?? ""),
      letters: rowsOf(written?.content).filter((row) => /^\d+,/.test(row)).length,
    });
    return answer(call);
  });
  return { mailing, calls };
}

/** A dispatch of two letters and two names, sent by one email that then bounces. */
async function aReturnedDispatch(post = aPost(), fate: Fate | null = "soft-bounce") {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  const written = [await aLetter(db, campaign), await aLetter(db, campaign)] as const;
  const signed = [];
  for (const name of ["Ana", "Ben"]) {
    signed.push(await aStoredSignature(db, campaign, { name, consents: ["sign", "deliver_to_company"] }));
  }
  await screenNewNames(db);
  const dispatch = await aBegunDispatch(db, scene);
  await runLetters(db, post.mailing);
  if (fate) await tell(dispatch, fate);
  const sent = firstOf(await mailsOf(db, dispatch));
  const { publicId: partPublicId } = sent.part;
  const actor = scene.team[0]?.actor ?? ("system" as const);
  const on = { campaignId: campaign.id, publicId: dispatch.publicId, actor, partPublicId };
  return { scene, campaign, written, signed, dispatch, on, actor };
}

let events = 0;
async function tell(dispatch: { id: number }, fate: Fate) {
  const [sent] = await mailsOf(db, dispatch);
  await applyMailEvent(db, testKeys, {
    svixId: `msg_${++events}`,
    type: "email.told",
    fate,
    providerId: "post-1",
    occurredAt: new Date(),
    problem: fate.endsWith("bounce") ? fate : null,
    email: sent?.mail.publicId ?? null,
  });
}

/** The recipient with another address, verified after all that. */
const correctedOffice = (campaign: { id: number }) =>
  aRecipient(db, campaign, { email: "investors@company.example", verifiedAt: soon() });

test("names of a failed email go with the next dispatch, delivered ones never again", async () => {
  for (const [post, fate] of [
    [aPost(), "soft-bounce"],
    [aPost(), "suppressed"],
    [aPost((call) => (call === 1 ? refusedForGood : taken)), null],
  ] as const) {
    const { scene, campaign, dispatch } = await aReturnedDispatch(post, fate);
    expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ names: 2, letters: 0 });
    const [ledger] = await listPublicDispatches(db, campaign.id);
    expect(ledger).toMatchObject({ back: { letters: 0, names: 2 }, mails: [{ state: "bounced", names: 2 }] });
    const { parts } = await dispatchProgress(db, dispatch.id);
    expect(parts[0]?.back).toEqual({ letters: 2, names: 2 });

    await aLetter(db, campaign);
    const next = { ...scene, recipient: await correctedOffice(campaign) };
    await aBegunDispatch(db, next);
    await runLetters(db, post.mailing);
    expect(post.calls.at(-1)).toMatchObject({
      to: "investors@company.example",
      names: ["Ana", "Ben"],
      letters: 1,
    });
    expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ names: 0 });
  }
});

test("letters of a failed email are requeued once, to an address verified since", async () => {
  const post = aPost();
  const { scene, campaign, written, dispatch, on } = await aReturnedDispatch(post);
  expect(await letterStatesOf(db, campaign)).toEqual(["bounced", "bounced"]);
  // The old address, verified again, is the one that bounced.
  await changeRows(db, letterRecipients, scene.recipient.id, { verifiedAt: soon() });
  expect(await requeueLetters(db, on)).toEqual({ outcome: "no-office" });
  await aRecipient(db, campaign, { email: "early@company.example", verifiedAt: new Date("2026-10-02") });
  expect(await requeueLetters(db, on)).toEqual({ outcome: "no-office" });

  const recipient = await correctedOffice(campaign);
  const other = await aLetterCampaign(db, ["owner"]);
  const stranger = other.team[0]?.actor ?? ("system" as const);
  expect(await requeueLetters(db, { ...on, actor: stranger })).toEqual({ outcome: "not-returned" });
  expect(await requeueLetters(db, { ...on, partPublicId: "no-uuid" })).toEqual({ outcome: "not-returned" });
  // A writer who has written another letter since has that one in progress.
  await aLetter(db, campaign, { supporterId: written[1].supporterId, body: "I write again." });
  // Anyone who types an address makes a letter that waits to be confirmed.
  await aLetter(db, campaign, { supporterId: written[0].supporterId, state: "email_pending" });
  expect(await requeueLetters(db, on)).toEqual({ outcome: "put-back", waiting: 1 });
  expect(await requeueLetters(db, on)).toEqual({ outcome: "none-left" });
  const states = ["confirmed", "bounced", "confirmed", "email_pending"];
  expect(await letterStatesOf(db, campaign)).toEqual(states);
  expect(await actionsOn(db, on)).toContain("dispatch-letters-put-back");
  const [listed] = await listOwnLetters(db, testKeys, written[0].supporterId);
  expect(listed).toMatchObject({ state: "confirmed", handedOverAt: null, sentSha256: null });
  expect(listed?.events.at(-1)).toMatchObject({ event: "confirmed", problem: "put-back" });
  const [ledger] = await listPublicDispatches(db, campaign.id);
  expect(ledger?.back).toEqual({ letters: 1, names: 2 });

  // It is not sent to the bounced address again; it is sent to the corrected one, and its writer is emailed.
  const back = await aDispatch(db, scene, on.actor);
  expect(await submitDispatch(db, back)).toMatchObject({ outcome: "submitted", letters: 1 });
  expect(await letterStatesOf(db, campaign)).toEqual(["confirmed", "bounced", "queued", "email_pending"]);
  const next = await aBegunDispatch(db, { ...scene, recipient });
  await runLetters(db, post.mailing);
  expect(post.calls.at(-1)).toMatchObject({ to: "investors@company.example", letters: 1 });
  expect((await dispatchProgress(db, dispatch.id)).left).toMatchObject({ elsewhere: 1, waiting: 0 });
  expect((await mailsOf(db, next))[0]?.mail.state).toBe("accepted");
});

test("what is told to have arrived after all does not go a second time", async () => {
  const post = aPost();
  const { scene, campaign, written, on, dispatch } = await aReturnedDispatch(post, "suppressed");
  await correctedOffice(campaign);
  expect(await requeueLetters(db, on)).toEqual({ outcome: "put-back", waiting: 2 });
  await withdrawLetter(db, { supporterId: written[1].supporterId, publicId: written[1].publicId });
  const draft = await aDispatch(db, scene, on.actor);
  await changeRows(db, letterRecipients, scene.recipient.id, { email: "else@company.example" });
  expect(await submitDispatch(db, draft)).toMatchObject({ letters: 1, names: 2 });

  await tell(dispatch, "delivered");
  const [first, second] = await lettersOf(db, campaign);
  expect(first).toMatchObject({ state: "accepted", dispatchId: dispatch.id });
  expect(first?.sentSha256).toHaveLength(32);
  expect(second).toMatchObject({ state: "withdrawn", dispatchId: dispatch.id });
  expect(second?.handedOverAt).not.toBeNull();
  expect(await db.$count(letterNames, eq(letterNames.dispatchId, dispatch.id))).toBe(2);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ names: 0, letters: 0 });
});
