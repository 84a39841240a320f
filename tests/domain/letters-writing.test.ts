import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { changeLetter, reportSelfSent } from "#app/domain/entries/letters/change-letter.server.ts";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import { lockLetter } from "#app/domain/entries/letters/lock-letter.server.ts";
import { neverWriteLetter } from "#app/domain/entries/letters/pending-letters.server.ts";
import { findOwnLetter, listOwnLetters } from "#app/domain/entries/letters/queries.server.ts";
import { openShares, rotateShares } from "#app/domain/entries/letters/shares/shares.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { resendConfirmation } from "#app/domain/entries/waiting-forms/resend-confirmation.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { correctSupporter } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { Thread } from "#app/lib/thread.server.ts";
import { consents, letterEvents, letters, outbox, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";
import { aDispatch, aLetterInput, aWriter, handOver, newestLetter, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const days = (many: number) => after(many * 86_400);
const otherWords = written({ body: "Other words, from another person." });

/** Someone whose first letter waits; `mails` are all emails queued for them. */
async function aPending(values: Parameters<typeof aLetterInput>[1] = {}) {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign, values);
  await writeLetter(db, keys, input, now);
  const row = await newestLetter(db, input);
  return { campaign, input, row, newest: () => newestLetter(db, input), ...mailsOf(row.supporterId) };
}
function mailsOf(supporterId: number) {
  const of = eq(outbox.supporterId, supporterId);
  return {
    mails: async () =>
      (await db.select().from(outbox).where(of).orderBy(outbox.id)).map(({ template }) => template),
    sent: () => db.update(outbox).set({ state: "accepted" }).where(of),
  };
}
const agreed = async ({ supporterId }: { supporterId: number }) => {
  const inForce = and(eq(consents.supporterId, supporterId), isNull(consents.revokedAt));
  const rows = await db.select().from(consents).where(inForce);
  return rows.map(({ purpose }) => purpose).sort();
};
const eventsOf = async ({ id }: { id: number }) =>
  (await db.select().from(letterEvents).where(eq(letterEvents.letterId, id)).orderBy(letterEvents.id)).map(
    ({ event }) => event,
  );

test("a letter's consents start at its owner's confirmation, as its form said", async () => {
  const answers = written({ replyTo: true, display: "initials" });
  const asked = ["letter", "deliver_letter", "reply_to", "updates", "public_name"] as const;
  const { row, newest, mails } = await aPending({ answers, consents: asked });
  expect(await agreed(row)).toEqual([]);
  expect(await confirmLetter(db, keys, row.publicId, after(10))).toMatchObject({ outcome: "confirmed" });
  expect(await agreed(row)).toEqual([...asked].sort());
  expect(await newest()).toMatchObject({ state: "confirmed", publication: "awaiting", replyTo: true });
  expect(await mails()).toEqual(["confirm-letter", "letter-receipt"]);
});

test("a stranger with the address neither rewrites nor stops a waiting letter", async () => {
  const { input, row, newest, mails } = await aPending();
  const stranger = { ...input, name: "Someone Else", country: "DE", answers: otherWords };
  await writeLetter(db, keys, stranger, after(5));
  const other = await newest();
  expect(other.id).not.toBe(row.id);
  expect(await mails()).toEqual(["confirm-letter", "confirm-letter"]);
  const own = await findOwnLetter(db, keys, row.publicId);
  expect(own).toMatchObject({ body: input.answers.body, name: "Walter Writer", country: "US" });
  expect(await findOwnLetter(db, keys, other.publicId)).toMatchObject({
    body: otherWords.body,
    name: "Someone Else",
  });

  expect(await confirmLetter(db, keys, row.publicId, after(6))).toMatchObject({ outcome: "confirmed" });
  // The other link then does not open, and a third form reports the letter's state.
  expect(await confirmLetter(db, keys, other.publicId, after(7))).toEqual({ outcome: "gone" });
  await writeLetter(db, keys, stranger, after(8));
  expect(await newest()).toMatchObject({ id: row.id, state: "confirmed" });
});

test("whose letter is confirmed first, under its own name, is the person's", async () => {
  const { input, newest } = await aPending({ name: "Someone Else", answers: otherWords });
  await writeLetter(db, keys, { ...input, name: "Walter Writer", answers: written() }, after(5));
  const own = await newest();
  const [person] = await db.select().from(supporters).where(eq(supporters.id, own.supporterId));
  expect(person?.name).toBe("Someone Else");
  expect(await confirmLetter(db, keys, own.publicId, after(6))).toMatchObject({ outcome: "confirmed" });
  expect(await findOwnLetter(db, keys, own.publicId)).toMatchObject({ name: "Walter Writer" });
  expect(await newest()).toMatchObject({ id: own.id, typedName: null });
});

test("past the daily limit a letter still waits, for a resend or its owner's page", async () => {
  const { input, row, newest, mails, sent } = await aPending({ answers: otherWords });
  await writeLetter(db, keys, { ...input, answers: written({ body: "A second one." }) }, after(100));
  await sent();
  await writeLetter(db, keys, { ...input, answers: written() }, after(200));
  expect(await mails()).toHaveLength(2);
  const own = await newest();
  expect(own).toMatchObject({ body: written().body, state: "email_pending" });
  const owned = await listOwnLetters(db, keys, row.supporterId);
  expect(owned.map(({ publicId }) => publicId)).toContain(own.publicId);

  // Requested again the next day, the email is about the letter that no email was about.
  const asked = { campaignId: row.campaignId, canonical: input.email.canonical };
  await resendConfirmation(db, asked, days(1.01));
  const all = await db.select().from(outbox).where(eq(outbox.supporterId, row.supporterId));
  expect(all.filter(({ letterId }) => letterId === own.id)).toHaveLength(1);
  expect(await confirmLetter(db, keys, own.publicId, days(1.02))).toMatchObject({ outcome: "confirmed" });
});

test("of unmailed letters the newest ten wait, and mailed ones stay", async () => {
  const { input, row, mails } = await aPending();
  for (let n = 0; n < 14; n++)
    await writeLetter(db, keys, { ...input, answers: written({ body: `Number ${n}.` }) }, after(n));
  expect(await mails()).toHaveLength(2);
  const all = await db.select().from(letters).where(eq(letters.supporterId, row.supporterId));
  expect(all.map(({ body }) => body).sort()).toEqual(
    [row.body, ...[0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((n) => `Number ${n}.`)].sort(),
  );
});

test("who corrects their name on their own page has it in what waits as well", async () => {
  const { input, row, newest } = await aPending({ name: "Someone Else" });
  const corrected = { name: "Walter Writer", country: "US", postalCode: null };
  await correctSupporter(db, { supporterId: row.supporterId, ...corrected }, after(10));
  expect(await findOwnLetter(db, keys, (await newest()).publicId)).toMatchObject({ name: "Walter Writer" });
  expect(await confirmLetter(db, keys, row.publicId, after(20))).toMatchObject({ outcome: "confirmed" });
  expect(await findOwnLetter(db, keys, row.publicId)).toMatchObject({ name: "Walter Writer" });
  expect(input.name).toBe("Someone Else");
});

test.each(
  Object.entries({
    name: { name: "Someone Else" },
    country: { country: "DE" },
    "number of shares": { answers: written({ shares: "12" }) },
    role: { answers: written({ role: "neighbour" }) },
    display: { answers: written({ display: "public" }) },
    language: { locale: "es" },
    consents: { consents: ["letter", "deliver_letter", "updates"] as const },
  }),
)("another %s is another letter", async (_what, change) => {
  const { input, row, newest } = await aPending({ answers: written({ shares: "120" }) });
  await writeLetter(db, keys, { ...input, ...change }, after(5));
  expect((await newest()).publicId).not.toBe(row.publicId);
});

test("the same letter again is a resend: same link, one email a minute at most", async () => {
  const { input, row, newest, mails, sent } = await aPending({ answers: written({ shares: "120" }) });
  await sent();
  await writeLetter(db, keys, input, after(30));
  expect(await mails()).toHaveLength(1);
  await writeLetter(db, keys, input, after(90));
  expect(await mails()).toHaveLength(2);
  expect(await newest()).toMatchObject({ publicId: row.publicId, createdAt: after(90) });
});

test("a letter that waits changes nobody's name, and bears its own", async () => {
  const campaign = await aCampaign(db);
  const signed = aSignatureInput(campaign);
  await sign(db, signed, now);
  const input = aLetterInput(campaign, { to: signed.email.address, name: "Someone Else" });
  await writeLetter(db, keys, input, after(5));
  const { publicId, supporterId } = await newestLetter(db, input);
  const name = async () =>
    (await db.select().from(supporters).where(eq(supporters.id, supporterId)))[0]?.name;
  expect(await name()).toBe("Ana Sample");
  expect((await findOwnLetter(db, keys, publicId))?.name).toBe("Someone Else");
});

test("what a letter tells of shares is stored encrypted for its row alone", async () => {
  const { row } = await aPending({ answers: written({ shares: "120.5" }) });
  expect(openShares(keys, row)).toBe("120.5");
  expect(row.sharesEnc?.includes("120.5")).toBe(false);
  expect(() => openShares(keys, { ...row, publicId: "00000000-0000-4000-8000-000000000000" })).toThrow();
  expect((await findOwnLetter(db, keys, row.publicId))?.text).toBe(
    "I ask you to end these agreements.\n\nI hold 120.5 shares of Sample Corporation.\n\nWalter Writer\nUnited States\n",
  );
});

test("what letters say of shares is encrypted again under a newer secret", async () => {
  const { newest } = await aPending({ answers: written({ shares: "33" }) });
  const secrets = ["a-newer-secret-that-is-long-enough-0002", "a-secret-for-tests-that-is-long-enough-0001"];
  const newer = makeKeys(secrets);
  const { rotated, missing, damaged } = await rotateShares(db, newer, now);
  expect({ many: rotated > 0, missing, damaged }).toEqual({ many: true, missing: {}, damaged: [] });
  expect(openShares(makeKeys(secrets.slice(0, 1)), await newest())).toBe("33");
});

test("two who press the button at once confirm once", async () => {
  const { row, mails } = await aPending();
  const both = await Promise.all([1, 2].map(() => confirmLetter(db, keys, row.publicId, after(10))));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already-confirmed", "confirmed"]);
  expect(await mails()).toEqual(["confirm-letter", "letter-receipt"]);
  expect(await eventsOf(row)).toEqual(["email_pending", "confirmed"]);
});

test("of two letters that are written and confirmed at once one is under way", async () => {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign);
  await Promise.all([input, { ...input, answers: otherWords }].map((one) => writeLetter(db, keys, one, now)));
  const { supporterId } = await newestLetter(db, input);
  const both = await db.select().from(letters).where(eq(letters.supporterId, supporterId));
  expect(both).toHaveLength(2);
  const ends = await Promise.all(both.map(({ publicId }) => confirmLetter(db, keys, publicId, after(1))));
  expect(ends.map(({ outcome }) => outcome).sort()).toEqual(["confirmed", "gone"]);
});

test("a confirmed letter is not touched by another form: an email says its state", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, {}, now);
  await writeLetter(db, keys, { ...input, answers: otherWords, name: "Someone Else" }, after(60));
  expect(await newestLetter(db, input)).toEqual(letter);
  expect(await mailsOf(letter.supporterId).mails()).toEqual([
    "confirm-letter",
    "letter-receipt",
    "already-written",
  ]);
});

test("another letter is taken a week after the last, or at once if it came back", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, {}, now);
  await handOver(db, campaign, [letter], { at: now });
  await writeLetter(db, keys, { ...input, answers: otherWords }, days(6));
  expect((await newestLetter(db, input)).id).toBe(letter.id);
  await writeLetter(db, keys, { ...input, answers: otherWords }, days(8));
  expect(await newestLetter(db, input)).toMatchObject({ state: "email_pending", body: otherWords.body });

  const other = await aWriter(db, campaign, {}, now);
  await handOver(db, campaign, [other.letter], { at: now, state: "bounced" });
  await writeLetter(db, keys, { ...other.input, answers: otherWords }, days(1));
  expect(await newestLetter(db, other.input)).toMatchObject({ state: "email_pending" });
});

test("a suspicious letter waits for review, and its writer is told so", async () => {
  const links = written({ body: Array.from({ length: 9 }, (_, i) => `https://example.org/${i}`).join(" ") });
  const { row, newest, mails } = await aPending({ answers: links });
  expect(await confirmLetter(db, keys, row.publicId, after(1))).toMatchObject({ outcome: "held" });
  expect(await newest()).toMatchObject({ state: "confirmed", holdReason: "links", links: 9 });
  expect(await mails()).toEqual(["confirm-letter", "letter-held"]);
});

test("a letter leaves a dispatch before handover, with its consents", async () => {
  const campaign = await aCampaign(db);
  const answers = written({ shares: "7", display: "public" });
  const asked = ["letter", "deliver_letter", "public_name", "updates"] as const;
  const { letter } = await aWriter(db, campaign, { answers, consents: asked }, now);
  const dispatch = await aDispatch(db, campaign);
  await db
    .update(letters)
    .set({ state: "queued", dispatchId: dispatch.id, publication: "published" })
    .where(eq(letters.id, letter.id));
  const own = { supporterId: letter.supporterId, publicId: letter.publicId };
  expect(await withdrawLetter(db, { ...own, supporterId: own.supporterId + 1 }, days(1))).toEqual({
    outcome: "not-confirmed",
  });
  expect(await withdrawLetter(db, own, days(1))).toEqual({ outcome: "withdrawn" });
  expect(await withdrawLetter(db, own, days(1))).toEqual({ outcome: "not-confirmed" });
  const [row] = await db.select().from(letters).where(eq(letters.id, letter.id));
  expect(row).toMatchObject({
    state: "withdrawn",
    sharesEnc: null,
    publication: "private",
    dispatchId: null,
  });
  expect(await agreed(letter)).toEqual(["updates"]);
});

test("what was sent cannot be withdrawn, no matter which comes first", async () => {
  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign, {}, now);
  await handOver(db, campaign, [letter], { at: now });
  const own = { supporterId: letter.supporterId, publicId: letter.publicId };
  expect(await withdrawLetter(db, own, days(1))).toEqual({ outcome: "handed-over" });

  const second = await aWriter(db, campaign, {}, now);
  const dispatch = await aDispatch(db, campaign);
  await changeRows(db, letters, second.letter.id, { state: "queued", dispatchId: dispatch.id });
  // A worker that freezes the letter locks its row, and queues its writer's email before it commits.
  const { release, frozen } = freezing(second.letter, dispatch.id);
  await frozen;
  const { supporterId, publicId } = second.letter;
  const withdrawal = withdrawLetter(db, { supporterId, publicId }, days(1));
  await expect.poll(waitingForLocks).toBe(1);
  release();
  expect(await withdrawal).toEqual({ outcome: "handed-over" });
});

async function waitingForLocks(): Promise<number> {
  const rows = await db.execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length;
}

/** Freezes a letter in a transaction that stays open until `release`. */
function freezing(letter: typeof letters.$inferSelect, dispatchId: number) {
  let release = () => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isFrozen = () => {};
  const frozen = new Promise<void>((resolve) => {
    isFrozen = resolve;
  });
  db.transaction(async (tx) => {
    await tx
      .update(letters)
      .set({ handedOverAt: now, sentSha256: Buffer.alloc(32, 1) })
      .where(and(eq(letters.id, letter.id), eq(letters.dispatchId, dispatchId)));
    isFrozen();
    await open;
    const { supporterId, campaignId, id: letterId } = letter;
    await tx.insert(outbox).values({ supporterId, campaignId, letterId, template: "letter-sent" });
  });
  return { release: () => release(), frozen };
}

test("a letter's consent is not the petition's, and each is revoked by itself", async () => {
  const campaign = await aCampaign(db);
  const signed = aSignatureInput(campaign, { consents: ["sign", "deliver_to_company"] });
  await sign(db, signed, now);
  const [signature] = await db.select().from(signatures).where(eq(signatures.campaignId, campaign.id));
  await confirmSignature(db, keys, signature?.publicId ?? "", now);
  const { letter } = await aWriter(db, campaign, { to: signed.email.address }, after(5));
  const own = { supporterId: letter.supporterId, publicId: letter.publicId };
  await withdrawLetter(db, own, after(10));
  expect(await agreed(letter)).toEqual(["deliver_to_company", "sign"]);

  const again = await aWriter(db, campaign, { to: signed.email.address }, after(20));
  await withdrawSignature(db, { ...own, publicId: signature?.publicId ?? "" }, after(30));
  expect(await agreed(again.letter)).toEqual(["deliver_letter", "letter"]);
});

test("a writer chooses who reads a letter and, before handover, about replies", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, {}, now);
  const own = { supporterId: letter.supporterId, publicId: letter.publicId, locale: "en" };
  await changeLetter(db, { ...own, display: "public", replyTo: true }, after(5));
  expect(await newestLetter(db, input)).toMatchObject({ publication: "awaiting", replyTo: true });
  expect(await agreed(letter)).toEqual(["deliver_letter", "letter", "public_name", "reply_to"]);
  await handOver(db, campaign, [letter], { at: now });
  await changeLetter(db, { ...own, display: "anonymous", replyTo: false }, after(10));
  expect(await newestLetter(db, input)).toMatchObject({ publication: "private", replyTo: true });
});

test("a corrected name takes a letter from its dispatch, and from the page for now", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, { answers: written({ display: "public" }) }, now);
  const dispatch = await aDispatch(db, campaign);
  const approved = { state: "queued", dispatchId: dispatch.id, publication: "published" } as const;
  await db.update(letters).set(approved).where(eq(letters.id, letter.id));
  const { supporterId } = letter;
  const correct = (name: string, postalCode: string | null = null) =>
    correctSupporter(db, { supporterId, name, country: "US", postalCode });

  await correct("Walter Writer", "10115");
  expect(await newestLetter(db, input)).toMatchObject(approved);
  await correct("Wanda Writer");
  const left = { state: "confirmed", dispatchId: null, publication: "awaiting", holdReason: null };
  expect(await newestLetter(db, input)).toMatchObject(left);
  await correct("We will shoot Jane Doe");
  expect(await newestLetter(db, input)).toMatchObject({ ...left, holdReason: "threat", moderatedAt: null });
});

test("a name corrected after the handover changes nothing handed over", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, {}, now);
  const dispatch = await handOver(db, campaign, [letter], { at: now });
  const corrected = { supporterId: letter.supporterId, name: "Visit www.buy.com", country: "US" };
  await correctSupporter(db, { ...corrected, postalCode: null });
  const stays = { state: "sent", dispatchId: dispatch.id, holdReason: null };
  expect(await newestLetter(db, input)).toMatchObject(stays);
});

test("a writer is told where the text handed over bore another name than theirs now", async () => {
  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign, {}, now);
  const { supporterId } = letter;
  const owned = async () => (await listOwnLetters(db, keys, supporterId))[0];
  await handOver(db, campaign, [letter], { at: now });
  const sentSha256 = createHash("sha256")
    .update((await owned())?.text ?? "")
    .digest();
  await db.update(letters).set({ sentSha256 }).where(eq(letters.id, letter.id));
  expect(await owned()).toMatchObject({ correctedSince: false });
  await correctSupporter(db, { supporterId, name: "Wanda Writer", country: "US", postalCode: null });
  expect(await owned()).toMatchObject({ correctedSince: true });
});

test("a letter published by initials needs a review before its full name shows", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, { answers: written({ display: "initials" }) }, now);
  const own = { supporterId: letter.supporterId, publicId: letter.publicId, locale: "en", replyTo: false };
  await db.update(letters).set({ publication: "published" }).where(eq(letters.id, letter.id));
  await changeLetter(db, { ...own, display: "initials" }, after(5));
  expect(await newestLetter(db, input)).toMatchObject({ publication: "published" });
  await changeLetter(db, { ...own, display: "public" }, after(6));
  expect(await newestLetter(db, input)).toMatchObject({ publication: "awaiting" });
  await db.update(letters).set({ publication: "published" }).where(eq(letters.id, letter.id));
  await changeLetter(db, { ...own, display: "initials" }, after(7));
  expect(await newestLetter(db, input)).toMatchObject({ publication: "published" });
});

test("a letter over a name that nobody bears waits for review", async () => {
  const campaign = await aCampaign(db);
  const { letter, input } = await aWriter(db, campaign, { name: "Buy at www.shop.example" }, now);
  expect(letter.holdReason).toBe("name");
  expect(await mailsOf(letter.supporterId).mails()).toContain("letter-held");
  expect((await newestLetter(db, input)).moderatedAt).toBe(null);
});

test("a letter not screened in time is held for review, and the next is screened", async () => {
  const { row, newest, mails } = await aPending({});
  vi.spyOn(Thread.prototype, "ask").mockRejectedValueOnce(new Error("late"));
  expect(await confirmLetter(db, keys, row.publicId, after(1))).toMatchObject({ outcome: "held" });
  expect(await newest()).toMatchObject({ state: "confirmed", holdReason: "unscreened" });
  expect(await mails()).toContain("letter-held");
  const { row: next } = await aPending({});
  expect(await confirmLetter(db, keys, next.publicId, after(1))).toMatchObject({ outcome: "confirmed" });
});

test("words that change during screening are screened again before confirming", async () => {
  const { row, newest } = await aPending({});
  const { ask } = Thread.prototype;
  vi.spyOn(Thread.prototype, "ask").mockImplementationOnce(async function (this: Thread, job) {
    await db.update(letters).set({ typedName: "I will kill Jane Doe" }).where(eq(letters.id, row.id));
    return ask.call(this, job);
  });
  expect(await confirmLetter(db, keys, row.publicId, after(1))).toMatchObject({ outcome: "held" });
  expect(await newest()).toMatchObject({ state: "confirmed", holdReason: "threat" });
});

test("screening holds no row: a letter can be locked while its words are screened", async () => {
  const { row } = await aPending({});
  const { ask } = Thread.prototype;
  vi.spyOn(Thread.prototype, "ask").mockImplementationOnce(async function (this: Thread, job) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local lock_timeout = '1s'`);
      await lockLetter(tx, row.publicId);
    });
    return ask.call(this, job);
  });
  expect(await confirmLetter(db, keys, row.publicId, after(1))).toMatchObject({ outcome: "confirmed" });
});

test("what a writer says of sending it themselves is noted once, and taken back", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, {}, now);
  const own = { supporterId: letter.supporterId, publicId: letter.publicId };
  await reportSelfSent(db, { ...own, way: "post" }, after(5));
  await reportSelfSent(db, { ...own, way: "mail" }, after(6));
  expect(await newestLetter(db, input)).toMatchObject({ selfSentWay: "post", selfSentAt: after(5) });
  await reportSelfSent(db, { ...own, way: null }, after(7));
  expect(await newestLetter(db, input)).toMatchObject({ selfSentWay: null, selfSentAt: null });
});

test("“never write to me” deletes, withdraws, and says what cannot be recalled", async () => {
  const { row } = await aPending();
  expect(await neverWriteLetter(db, keys, row.publicId, after(5))).toMatchObject({ did: "deleted" });
  expect(await db.$count(supporters, eq(supporters.id, row.supporterId))).toBe(0);

  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign, {}, now);
  expect(await neverWriteLetter(db, keys, letter.publicId, after(5))).toMatchObject({ did: "withdrawn" });
  const gone = await aWriter(db, campaign, {}, now);
  await handOver(db, campaign, [gone.letter], { at: now });
  expect(await neverWriteLetter(db, keys, gone.letter.publicId, after(5))).toMatchObject({
    did: "handed-over",
  });
});

test("asking for the mail again asks again, or tells the letter's state", async () => {
  const { campaign, input, row, mails, sent } = await aPending();
  await sent();
  const asked = { campaignId: campaign.id, canonical: input.email.canonical };
  await resendConfirmation(db, asked, after(90));
  await confirmLetter(db, keys, row.publicId, after(100));
  await resendConfirmation(db, asked, after(110));
  expect(await mails()).toEqual(["confirm-letter", "confirm-letter", "letter-receipt", "already-written"]);
});

test("an erasure takes the letter and its ledger along, and its place in a dispatch", async () => {
  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign, {}, now);
  const dispatch = await aDispatch(db, campaign);
  await db.update(letters).set({ state: "queued", dispatchId: dispatch.id }).where(eq(letters.id, letter.id));
  const [person] = await db.select().from(supporters).where(eq(supporters.id, letter.supporterId));
  const ports = { keys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" });
  expect(await db.$count(letters, eq(letters.dispatchId, dispatch.id))).toBe(0);
  expect(await eventsOf(letter)).toEqual([]);
});

test("the page of a writer tells each letter with its ledger", async () => {
  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign, { answers: written({ shares: "7" }) }, now);
  await handOver(db, campaign, [letter], { at: now });
  const [listed] = await listOwnLetters(db, keys, letter.supporterId);
  expect(listed).toMatchObject({ state: "sent", shares: "7", sentSha256: "01".repeat(32) });
  expect(listed?.dispatch?.number).toBe(1);
  expect(listed?.events.map(({ event }) => event)).toEqual(["email_pending", "confirmed", "sent"]);
});
