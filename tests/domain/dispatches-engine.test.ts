import { createHash, randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { applyMailEvent } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { draftDueDispatches } from "#app/domain/outgoing/dispatches/drafting/draft-due-dispatches.server.ts";
import { claimPart } from "#app/domain/outgoing/dispatches/parts/claim-part.server.ts";
import { freezePart } from "#app/domain/outgoing/dispatches/parts/freeze-part.server.ts";
import { gatherPart } from "#app/domain/outgoing/dispatches/parts/gather-part.server.ts";
import { writePart } from "#app/domain/outgoing/dispatches/parts/write-part.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview/preview-dispatch.server.ts";
import { dispatchProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import type { Fate } from "#app/mail/mail-event.ts";
import type { SendOutcome, Transport } from "#app/mail/transport.ts";
import { wholeOf } from "#app/mail/transport.ts";
import {
  consents,
  letterDispatches,
  letterNames,
  letterRecipients,
  letterSettings,
  letters,
  outbox,
  supporters,
  switches,
} from "#db/schema/index.ts";
import { changeRows, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBegunDispatch,
  aDispatch,
  aLetterCampaign,
  dispatchRow,
  letterStatesOf,
  lettersOf,
  mailsOf,
  passTime,
  plainPapers,
  runLetters,
} from "#tests/support/dispatches.ts";
import { aLetter, unverified } from "#tests/support/letters.ts";
import { aFileMailing, aStubMailing, silent } from "#tests/support/mail.ts";
import { anEvent } from "#tests/support/mail-events.ts";
import { aNameThatMayGo, aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const accepted = (): SendOutcome => ({ outcome: "accepted", providerId: randomUUID() });

/** A transport that records whole messages and answers as given, by the number of calls. */
function aPost(
  answer: (call: number) => SendOutcome | Promise<SendOutcome> = accepted,
  name?: Transport["name"],
) {
  const { mailing, tries: calls } = aStubMailing(name, answer);
  return { mailing, calls };
}

/** A campaign with waiting letters; those of earlier tests no longer wait. */
async function aScene(count = 2, values: Parameters<typeof aLetter>[2] = {}) {
  await db.execute(sql`update letter_dispatches
    set state = 'cancelled', paused_at = null, pause_reason = null,
    finished_at = now() - interval '60 days' where state <> 'sent'`);
  await db.execute(sql`update campaigns set status = 'draft'`);
  const scene = await aLetterCampaign(db);
  const written = [];
  for (let n = 0; n < count; n++) written.push(await aLetter(db, scene.campaign, values));
  return { ...scene, written };
}

const unknown = { outcome: "unknown", repeatable: true, problem: "no-answer" } as const;
const report = (fate: Fate, mail: { publicId: string }, at = new Date()) =>
  applyMailEvent(db, testKeys, anEvent(fate, mail.publicId, at));

test("a consolidated letter goes with its annexes, and the hash of every byte is kept", async () => {
  const scene = await aScene(2);
  await aNameThatMayGo(db, scene.campaign, { name: "Ana" });
  const { mailing, calls } = aPost();
  const dispatch = await aBegunDispatch(db, scene);
  await runLetters(db, mailing);

  const [call] = calls;
  const { message } = call as (typeof calls)[number];
  expect(message).toMatchObject({
    from: mailing.from,
    to: "ir@company.example",
    replyTo: "hello@campaign.test",
    subject: "Letters to Sample Corporation: 2 letters and 1 name enclosed",
  });
  expect(message.attachments?.map(({ filename }) => filename)).toEqual([
    "letter.pdf",
    "annex-a-letters.pdf",
    "annex-a-letters.csv",
    "annex-b-names.pdf",
    "annex-b-names.csv",
  ]);
  const text = wholeOf(message.text);
  expect(text).toContain("We enclose 2 letters");
  expect(text).toContain("1 Sample Street");
  const [row] = await mailsOf(db, dispatch);
  const sha = (content: string | Buffer) => createHash("sha256").update(content).digest();
  expect(row?.part.textSha256).toEqual(sha(text));
  expect(row?.part.fileSha256s).toEqual(message.attachments?.map(({ content }) => sha(content)));
  for (const hash of row?.part.fileSha256s ?? [])
    expect(text.replace(/\s/g, "")).toContain(hash.toString("hex"));
  expect(row?.part).toMatchObject({ letters: 2, names: 1 });

  expect(await letterStatesOf(db, scene.campaign)).toEqual(["sent", "sent"]);
  expect(await dispatchRow(db, dispatch)).toMatchObject({ state: "sent" });
  const [letter] = await lettersOf(db, scene.campaign);
  expect(letter?.sentSha256).toEqual(
    sha("I ask you to end these agreements.\n\nWalter Writer\nUnited States\n"),
  );
  const toWriters = and(eq(outbox.campaignId, scene.campaign.id), eq(outbox.template, "letter-sent"));
  expect(await db.$count(outbox, toWriters)).toBe(2);
  await report("delivered", row?.mail ?? { publicId: "" });
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["accepted", "accepted"]);
  await runLetters(db, mailing);
  expect(await db.$count(outbox, toWriters)).toBe(2);
});

test("a preview is the mail that is sent, to the byte, before and after it is submitted", async () => {
  const scene = await aScene(2);
  const [writer, second] = scene.team;
  const draft = await aDispatch(db, scene, writer?.actor ?? "system");
  const { mailing, calls } = aPost();
  const preview = () => previewDispatch(db, { mailing, papers: plainPapers }, draft);
  const [before] = [await preview()];
  await submitDispatch(db, draft);
  expect(await preview()).toEqual({ ...before, waiting: expect.anything() });
  await approveDispatch(db, testKeys, { ...draft, actor: second?.actor ?? "system" });
  await runLetters(db, mailing);
  expect(calls[0]?.message).toMatchObject(before?.mail.message ?? { subject: "" });
  expect(before).toMatchObject({ part: 1, parts: 1, letters: 2, names: 0, inAll: { letters: 2, names: 0 } });
  expect(await preview()).toBeNull();
});

test("by files nothing is ever called sent", async () => {
  const scene = await aScene(1);
  await db.update(letterRecipients).set(unverified).where(eq(letterRecipients.id, scene.recipient.id));
  const { mailing, readAll } = await aFileMailing();
  await aBegunDispatch(db, scene);
  await runLetters(db, mailing);
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["filed"]);
  const [mail] = await readAll();
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail?.attachments.map(({ contentType }) => contentType)).toEqual([
    "application/pdf",
    "application/pdf",
    "text/csv",
  ]);
});

test("an erasure removes files of emails to the company with that person in them", async () => {
  const scene = await aScene(2);
  const signed = await aNameThatMayGo(db, scene.campaign);
  const { mailing, readAll } = await aFileMailing();
  const ports = {
    keys: testKeys,
    record: async () => {},
    removeMails: (ids: string[]) => mailing.transport.files.remove(ids),
  };
  for (const person of [scene.written[0]?.supporterId, signed.supporter.id]) {
    await db.execute(
      sql`update letters set state = 'confirmed', dispatch_id = null
        where campaign_id = ${scene.campaign.id}`,
    );
    await aBegunDispatch(db, scene);
    await runLetters(db, mailing);
    expect(await readAll()).toHaveLength(1);
    const [{ publicId } = { publicId: "" }] = await rowsIn(db, supporters, person ?? 0);
    await eraseSupporter(db, ports, { publicId, actor: "operator" });
    expect(await readAll()).toEqual([]);
    await db.execute(sql`delete from letter_names`);
  }
});

test("no HTML of a writer reaches the company, and Reply-To is theirs by consent alone", async () => {
  const body = '<script>alert(1)</script>\n\n<b onclick="x">Hello</b> & <img src=x>';
  const scene = await aScene(0);
  const asks = { body, replyTo: true, country: "DE", name: "<i>Wanda</i>" };
  const silentOne = await aLetter(db, scene.campaign, { ...asks, email: "silent@writer.test" });
  const open = await aLetter(db, scene.campaign, { ...asks, email: "open@writer.test" });
  const consent = {
    supporterId: open.supporterId,
    campaignId: scene.campaign.id,
    purpose: "reply_to" as const,
  };
  await db.insert(consents).values({ ...consent, textVersion: "1", locale: "en" });
  const { mailing, calls } = aPost();
  await aBegunDispatch(db, scene, { letters: [silentOne, open] });
  await runLetters(db, mailing);
  await passTime(db);
  await runLetters(db, mailing);
  expect(calls.map(({ message }) => message.replyTo)).toEqual(["hello@campaign.test", "open@writer.test"]);
  for (const { message } of calls) {
    const html = wholeOf(message.html);
    expect(html).not.toMatch(/<script|<b onclick|<img|<i>/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(message.from).toBe(mailing.from);
    expect(message.attachments?.[0]).toMatchObject({ filename: "letter.txt" });
    expect(message.attachments?.[0]?.content).toBe(`${body}\n\n<i>Wanda</i>\nGermany\n`);
  }
});

test("shares that a letter tells are in what is handed over", async () => {
  const scene = await aScene(0);
  const publicId = randomUUID();
  const { sharesEnc, keyId } = sealHolding(testKeys, publicId, { shares: "12.5", bucket: null });
  await aLetter(db, scene.campaign, { publicId, sharesEnc, keyId });
  const { mailing, calls } = aPost();
  await aBegunDispatch(db, scene);
  await runLetters(db, mailing);
  const table = calls[0]?.message.attachments?.find(({ filename }) => filename.endsWith(".csv"));
  expect(String(table?.content)).toContain("I hold 12.5 shares of Sample Corporation.");
});

test("what was withdrawn, erased or is agreed to no more is left out, and waits", async () => {
  const scene = await aScene(4);
  const [gone, erased, revoked] = scene.written;
  const { signature } = await aNameThatMayGo(db, scene.campaign);
  const dispatch = await aBegunDispatch(db, scene);
  await changeRows(db, letters, gone?.id ?? 0, { state: "withdrawn", withdrawnAt: new Date() });
  await db.delete(supporters).where(eq(supporters.id, erased?.supporterId ?? 0));
  for (const supporterId of [revoked?.supporterId ?? 0, signature.supporterId]) {
    const handingOver = inArray(consents.purpose, ["deliver_letter", "deliver_to_company"]);
    const inForce = and(eq(consents.supporterId, supporterId), handingOver);
    await db.update(consents).set({ revokedAt: new Date() }).where(inForce);
  }
  const { mailing, calls } = aPost();
  await runLetters(db, mailing);
  expect(calls[0]?.message.subject).toBe("Letters to Sample Corporation: 1 letter enclosed");
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["withdrawn", "confirmed", "sent"]);
  expect(await db.$count(letterNames, eq(letterNames.signatureId, signature.id))).toBe(0);
  const progress = await dispatchProgress(db, dispatch.id);
  expect(progress).toMatchObject({
    submitted: 4,
    letters: { sent: 1 },
    left: { withdrawn: 1, erased: 1, waiting: 1 },
  });
});

test("a mail of which nothing is left is not made", async () => {
  const scene = await aScene(1);
  const dispatch = await aBegunDispatch(db, scene);
  await db
    .update(letters)
    .set({ state: "withdrawn", withdrawnAt: new Date() })
    .where(eq(letters.campaignId, scene.campaign.id));
  const { mailing, calls } = aPost();
  await runLetters(db, mailing);
  expect(calls).toEqual([]);
  const [row] = await mailsOf(db, dispatch);
  expect(row?.mail).toMatchObject({ state: "skipped", problem: "nothing-left" });
});

test("a letter is handed over once frozen, and free again if certainly not taken", async () => {
  const scene = await aScene(2);
  await aBegunDispatch(db, scene);
  const [letter, other] = scene.written;
  const row = async () => (await rowsIn(db, letters, letter?.id ?? 0))[0];
  let during: Awaited<ReturnType<typeof row>>;
  const { mailing, calls } = aPost(async (call) => {
    if (call === 1) during = await row();
    return call === 1 ? { outcome: "retry-later", after: 60, problem: "rate-limited" } : accepted();
  });
  await runLetters(db, mailing);
  expect(during).toMatchObject({
    state: "queued",
    handedOverAt: expect.any(Date),
    sentSha256: expect.any(Buffer),
  });
  expect(await row()).toMatchObject({ state: "queued", handedOverAt: null, sentSha256: null });
  const corrected = eq(supporters.id, other?.supporterId ?? 0);
  await db.update(supporters).set({ name: "Corrected" }).where(corrected);
  await passTime(db);
  await runLetters(db, mailing);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(2);
  // What was approved is sent: a letter under another name waits for another approval.
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["sent", "confirmed"]);
});

test("an uncertain try is repeated as the same call, its letters handed over", async () => {
  const scene = await aScene(1);
  const dispatch = await aBegunDispatch(db, scene);
  const { mailing, calls } = aPost((call) => (call === 1 ? unknown : accepted()));
  await runLetters(db, mailing);
  const [letter] = await lettersOf(db, scene.campaign);
  expect(letter?.handedOverAt).not.toBeNull();
  // Other changes in between change no byte of it.
  await aStoredSignature(db, scene.campaign);
  await passTime(db);
  await runLetters(db, mailing);
  expect(calls).toHaveLength(2);
  expect(calls[1]).toEqual(calls[0]);
  expect(await dispatchRow(db, dispatch)).toMatchObject({ state: "sent" });
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["sent"]);
});

test.each([
  [
    "a name was corrected",
    async (id: number) => db.update(supporters).set({ name: "Other" }).where(eq(supporters.id, id)),
  ],
  ["a writer was erased", async (id: number) => db.delete(supporters).where(eq(supporters.id, id))],
])(
  "after a try that may have been taken, %s: then nobody knows, and nothing goes again",
  async (_, change) => {
    const scene = await aScene(2);
    const dispatch = await aBegunDispatch(db, scene);
    const { mailing, calls } = aPost(() => unknown);
    await runLetters(db, mailing);
    await change(scene.written[0]?.supporterId ?? 0);
    await passTime(db);
    await runLetters(db, mailing);
    expect(calls).toHaveLength(1);
    const [row] = await mailsOf(db, dispatch);
    expect(row?.mail).toMatchObject({ state: "unknown", problem: "changed" });
    expect(new Set(await letterStatesOf(db, scene.campaign))).toEqual(new Set(["unknown"]));
  },
);

test("a dead worker's email is repeated by a provider and unknown by SMTP", async () => {
  for (const [name, problem, freezes] of [
    ["resend", null, true],
    ["smtp", "interrupted", true],
    ["postmark", "interrupted", true],
    ["smtp", null, false],
  ] as const) {
    const scene = await aScene(1);
    const dispatch = await aBegunDispatch(db, scene);
    const { mailing, calls } = aPost(accepted, name);
    const claim = await claimPart(db, mailing);
    if (claim.outcome !== "claimed") throw new Error(claim.outcome);
    const gathered = await gatherPart(db, testKeys, claim.part.partId);
    const written = await writePart({ mailing, papers: plainPapers }, gathered);
    if (freezes) await freezePart(db, mailing, claim.part, { gathered, written });
    await runLetters(db, mailing);
    expect(calls).toHaveLength(0);
    await passTime(db);
    await runLetters(db, mailing);
    const [row] = await mailsOf(db, dispatch);
    expect(row?.mail).toMatchObject({ state: problem ? "unknown" : "accepted", problem });
    expect(calls).toHaveLength(problem ? 0 : 1);
  }
});

test("a try too old to repeat, or refused after an open one, is unknown", async () => {
  for (const [hours, second, state] of [
    [24, accepted, "unknown"],
    [0, () => ({ outcome: "refused", permanent: true, problem: "refused" }), "unknown"],
  ] as const) {
    const scene = await aScene(1);
    const dispatch = await aBegunDispatch(db, scene);
    const { mailing } = aPost((call) => (call === 1 ? unknown : (second() as SendOutcome)));
    await runLetters(db, mailing);
    await passTime(db, hours);
    await runLetters(db, mailing);
    const [row] = await mailsOf(db, dispatch);
    expect(row?.mail.state).toBe(state);
  }
});

test("what is withdrawn while the mail is written is not in it", async () => {
  const scene = await aScene(2);
  const dispatch = await aBegunDispatch(db, scene);
  const { mailing, calls } = aPost();
  let annexes = 0;
  const papers = {
    ...plainPapers,
    async annexPdf(input: Parameters<typeof plainPapers.annexPdf>[0]) {
      annexes += 1;
      if (annexes === 1) {
        await withdrawn(scene.written[0]?.id ?? 0);
      }
      return plainPapers.annexPdf(input);
    },
  };
  await runLetters(db, mailing, papers);
  expect(annexes).toBe(2);
  expect(calls).toHaveLength(1);
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["withdrawn", "sent"]);
  const [row] = await mailsOf(db, dispatch);
  expect(row?.part.letters).toBe(1);
});

const withdrawn = (id: number) =>
  db
    .update(letters)
    .set({ state: "withdrawn", withdrawnAt: new Date() })
    .where(and(eq(letters.id, id), sql`${letters.handedOverAt} is null`));

test("a dispatch waits while its office is unverified, changed or suppressed", async () => {
  const { mailing, calls } = aPost();
  const scene = await aScene(1);
  const dispatch = await aBegunDispatch(db, scene);
  const office = eq(letterRecipients.id, scene.recipient.id);
  const { verifiedAt, verifiedBy, verifiedWhere } = scene.recipient;
  await db.update(letterRecipients).set({ email: "press@company.example" }).where(office);
  await db.update(letterRecipients).set({ verifiedAt, verifiedBy, verifiedWhere }).where(office);
  await runLetters(db, mailing);
  expect(calls).toEqual([]);
  expect(await dispatchRow(db, dispatch)).toMatchObject({ state: "paused", pauseReason: "recipient" });
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["queued"]);
  const toOrganizers = and(eq(outbox.dispatchId, dispatch.id), eq(outbox.template, "dispatch-paused"));
  expect(await db.$count(outbox, toOrganizers)).toBe(2);
});

test("an office's cap of emails in 24 hours covers all dispatches", async () => {
  const scene = await aScene(3);
  await db.update(letterRecipients).set({ perDay: 2 }).where(eq(letterRecipients.id, scene.recipient.id));
  const dispatch = await aBegunDispatch(db, scene, { letters: scene.written });
  const { mailing, calls } = aPost();
  await passTime(db);
  await Promise.all([runLetters(db, mailing), runLetters(db, mailing)]);
  expect(calls).toHaveLength(2);
  await db.execute(
    sql`update outbox set due_at = now() where letter_part_id is not null and state = 'queued'`,
  );
  await runLetters(db, mailing);
  expect(calls).toHaveLength(2);
  const [, , third] = await mailsOf(db, dispatch);
  expect(third?.mail.dueAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  await db.execute(sql`update letter_parts set frozen_at = frozen_at - interval '25 hours'`);
  await passTime(db);
  await runLetters(db, mailing);
  expect(calls).toHaveLength(3);
});

test("a hard bounce, a complaint or two bounces in a row stop an office's emails", async () => {
  for (const [fates, state] of [
    [["hard-bounce"], "paused"],
    [["complained"], "paused"],
    [["soft-bounce"], "sending"],
    [["soft-bounce", "soft-bounce"], "paused"],
    [["soft-bounce", "delivered"], "sending"],
  ] as const) {
    const scene = await aScene(4);
    const [first, second, ...others] = scene.written;
    const dispatch = await aBegunDispatch(db, scene, {
      letters: [first, second].flatMap((one) => one ?? []),
    });
    const other = await aBegunDispatch(db, scene, { letters: others });
    const { mailing } = aPost();
    await db.execute(sql`update outbox d set due_at = now() from letter_parts p
      where p.id = d.letter_part_id and p.dispatch_id = ${dispatch.id}`);
    await db.execute(sql`update outbox d set due_at = now() + interval '1 hour' from letter_parts p
      where p.id = d.letter_part_id and p.dispatch_id = ${other.id}`);
    await runLetters(db, mailing);
    const mails = await mailsOf(db, dispatch);
    for (const [place, fate] of fates.entries()) {
      await report(fate, mails[place]?.mail ?? { publicId: "" }, new Date(Date.now() + place * 1000));
    }
    expect(await dispatchRow(db, other), fates.join()).toMatchObject({ state });
    if (state === "paused") expect(await dispatchRow(db, other)).toMatchObject({ pauseReason: "bounces" });
  }
});

test("a mail that its server finds too large is divided when it is resumed", async () => {
  const scene = await aScene(3);
  const dispatch = await aBegunDispatch(db, scene);
  const tooLarge = { outcome: "refused", permanent: true, problem: "too-large" } as const;
  const { mailing, calls } = aPost((call) => (call === 1 ? tooLarge : accepted()));
  await runLetters(db, mailing);
  expect(await dispatchRow(db, dispatch)).toMatchObject({ state: "paused", pauseReason: "too-large" });
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["queued", "queued", "queued"]);
  expect(await resumeDispatch(db, mailing, dispatch)).toEqual({ outcome: "resumed" });
  await runLetters(db, mailing);
  expect(calls.slice(1).map(({ message }) => message.subject)).toEqual([
    "Letters to Sample Corporation: 3 letters enclosed (1 of 2)",
    "Letters to Sample Corporation: 3 letters enclosed (2 of 2)",
  ]);
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["sent", "sent", "sent"]);
});

test("a quota or refused account stops a dispatch; a refused email stops the office", async () => {
  for (const [answer, pauseReason, state] of [
    [{ outcome: "retry-later", after: 60, problem: "quota-used-up", cause: "quota" }, "quota", "queued"],
    [
      { outcome: "retry-later", after: 60, problem: "invalid-api-key", cause: "account" },
      "provider",
      "queued",
    ],
    [{ outcome: "refused", permanent: true, problem: "smtp-550" }, "bounces", "bounced"],
  ] as const) {
    const scene = await aScene(2);
    const [first] = scene.written;
    const other = await aBegunDispatch(db, scene, { letters: scene.written.slice(1) });
    await db.execute(
      sql`update outbox set due_at = now() + interval '1 hour'
        where letter_part_id is not null and state = 'queued'`,
    );
    const dispatch = await aBegunDispatch(db, scene, { letters: first ? [first] : [] });
    const { mailing } = aPost(() => answer);
    await runLetters(db, mailing);
    const watched = pauseReason === "bounces" ? other : dispatch;
    expect(await dispatchRow(db, watched)).toMatchObject({ state: "paused", pauseReason });
    expect((await letterStatesOf(db, scene.campaign))[0]).toBe(state);
  }
});

test("a letter that cannot be read keeps its dispatch waiting and calls nothing bounced", async () => {
  const scene = await aScene(0);
  const publicId = randomUUID();
  const sealed = sealHolding(testKeys, publicId, { shares: "12.5", bucket: null });
  const { id } = await aLetter(db, scene.campaign, {
    publicId,
    sharesEnc: sealed.sharesEnc,
    keyId: sealed.keyId,
  });
  const dispatch = await aBegunDispatch(db, scene);
  await changeRows(db, letters, id, { sharesEnc: Buffer.alloc(40) });
  const { mailing, calls } = aPost();
  for (let tries = 0; tries < 6; tries++) {
    await runLetters(db, mailing);
    await passTime(db);
  }
  expect(calls).toEqual([]);
  expect(await dispatchRow(db, dispatch)).toMatchObject({ state: "paused", pauseReason: "not-ready" });
  expect(await letterStatesOf(db, scene.campaign)).toEqual(["queued"]);
});

test("while sending is paused no mail goes to a company", async () => {
  const scene = await aScene(1);
  const { mailing, calls } = aPost();
  await aBegunDispatch(db, scene);
  await db.insert(switches).values({ name: "sending-paused", reason: "restored" });
  await runLetters(db, mailing);
  expect(calls).toEqual([]);
  await db.delete(switches);
  await runLetters(db, mailing);
  expect(calls).toHaveLength(1);
});

test("the queue of other mails does not touch mails to a company", async () => {
  const scene = await aScene(1);
  await aBegunDispatch(db, scene);
  const { mailing } = aPost();
  const claimed = await claimEmails(db, mailing);
  expect(claimed.filter(({ template }) => template === "letter-part")).toEqual([]);
});

test("a draft is due weekly or at the milestone, once, and approvers are told", async () => {
  const scene = await aScene(0);
  const { campaign } = scene;
  const now = new Date(Date.now() - 10 * 86_400_000);
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
  await aLetter(db, campaign, { createdAt: now });
  expect(await draftDueDispatches(db, days(6))).toBe(0);
  const both = await Promise.all([draftDueDispatches(db, days(7)), draftDueDispatches(db, days(7))]);
  expect(both[0] + both[1]).toBe(1);
  const [draft] = await listDispatches(db, campaign.id);
  expect(draft).toMatchObject({ stage: "draft", author: null });
  const waits = await db.select().from(outbox).where(eq(outbox.template, "dispatch-waits"));
  expect(waits).toHaveLength(2);

  const { mailing, calls } = aPost();
  await sendDueEmails(db, mailing, { log: silent });
  const news = calls.filter(
    ({ message }) => message.subject === "Letters are ready: read them, then ask for approval",
  );
  expect(news).toHaveLength(2);
  expect(wholeOf(news[0]?.message.text ?? "")).toContain(
    `https://sign.test/organize/c/${campaign.slug}/letters/dispatches/${draft?.publicId}`,
  );

  await db
    .update(letterDispatches)
    .set({ state: "cancelled", finishedAt: days(7) })
    .where(eq(letterDispatches.campaignId, campaign.id));
  await db.insert(letterSettings).values({ campaignId: campaign.id, everyDays: 30, milestone: 10 });
  for (let n = 0; n < 9; n++) await aLetter(db, campaign, { createdAt: days(8) });
  expect(await draftDueDispatches(db, days(9))).toBe(0);
  await aLetter(db, campaign, { createdAt: days(8) });
  expect(await draftDueDispatches(db, days(9))).toBe(1);
  const [latest] = await rowsIn(db, letterDispatches, { campaignId: campaign.id, number: 2 });
  expect(latest?.cause).toBe("milestone");
});
