import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import { remindPendingLetters } from "#app/domain/entries/letters/pending-letters.server.ts";
import {
  queueWriterEmail,
  queueWriterEmails,
} from "#app/domain/entries/letters/queue-writer-email.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import { letterReplies, letterSettings, letters, outbox, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys as keys, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aLetter } from "#tests/support/letters.ts";
import { mailingBy } from "#tests/support/mail.ts";
import { aLetterInput, aWriter, handOver, newestLetter, written } from "#tests/support/writers.ts";

const db = await aDatabase();

test("a writer's email is queued with its act, also past the daily limit", async () => {
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign);
  const now = new Date();
  await db.transaction(async (tx) => {
    for (const template of ["letter-receipt", "letter-held", "letter-refused", "letter-replied"] as const)
      await queueWriterEmail(tx, { letterId: letter.id, template }, now);
    await queueWriterEmails(tx, { letterIds: [letter.id], template: "letter-sent" }, now);
  });
  const mails = await db.select().from(outbox).where(eq(outbox.letterId, letter.id));
  expect(mails.map(({ template }) => template)).toEqual([
    "letter-receipt",
    "letter-held",
    "letter-refused",
    "letter-replied",
    "letter-sent",
  ]);
  expect(mails.every(({ supporterId }) => supporterId === letter.supporterId)).toBe(true);
});

const now = new Date();
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const mailing = mailingBy({ name: "file" } as never);
const mailsOf = ({ supporterId }: { supporterId: number }) =>
  db.select().from(outbox).where(eq(outbox.supporterId, supporterId)).orderBy(outbox.id);

/** The newest email to the writer, as it would be written now. */
async function newestMail(letter: { supporterId: number }) {
  const mail = (await mailsOf(letter)).at(-1);
  return mail ? findEmail(db, mailing, mail.id) : null;
}

test("the link in the mail opens what the mail describes, for seven days", async () => {
  const input = aLetterInput(await aCampaign(db), { answers: written({ shares: "12" }) });
  await writeLetter(db, keys, input, now);
  const letter = await newestLetter(db, input);
  const mail = await newestMail(letter);
  if (mail?.email.name !== "confirm-letter") throw new Error("not the mail that asks to confirm");
  const { confirmUrl, ...props } = mail.email.props;
  const token = confirmUrl.split("/").at(-1) ?? "";
  const opened = openToken(keys, "confirm-letter", token, ago(-24 * 6.9));
  expect(opened).toMatchObject({ outcome: "valid", subject: letter.publicId });
  expect(openToken(keys, "confirm-letter", token, ago(-24 * 7.1)).outcome).toBe("expired");
  expect(props.letter).toEqual({ characters: 34, recipient: null, tellsShares: true, display: "anonymous" });
  expect(JSON.stringify(props)).not.toMatch(/agreements|"12"/);
});

/** The states of the emails to the writer after a worker has claimed all that is due. */
async function afterClaiming(letter: { supporterId: number }) {
  while ((await claimEmails(db, { transport: { name: "file" } as never, keys }, 1000)).length > 0);
  return (await mailsOf(letter)).map(({ template, state }) => [template, state]);
}

test("a mail about a letter does not go once it says what is no longer so", async () => {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign);
  await writeLetter(db, keys, input, now);
  await writeLetter(
    db,
    keys,
    { ...input, answers: written({ body: "Other words." }) },
    new Date(now.getTime() + 5),
  );
  await confirmLetter(db, keys, (await newestLetter(db, input)).publicId);
  const letter = await newestLetter(db, input);
  await withdrawLetter(db, { supporterId: letter.supporterId, publicId: letter.publicId });
  expect(await afterClaiming(letter)).toEqual([
    // The other email was skipped with its letter.
    ["confirm-letter", "skipped"],
    ["letter-receipt", "skipped"],
  ]);
});

test("what a writer is told goes while it is so: handed over, answered, refused", async () => {
  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign);
  const dispatch = await handOver(db, campaign, [letter], { at: now, state: "filed" });
  await db.transaction((tx) => queueWriterEmail(tx, { letterId: letter.id, template: "letter-sent" }, now));
  const sent = await newestMail(letter);
  expect(sent?.email).toMatchObject({
    name: "letter-sent",
    props: { filed: true, dispatch: { number: 1 }, sha256: "01".repeat(32) },
  });
  await db.transaction((tx) =>
    queueWriterEmail(tx, { letterId: letter.id, template: "letter-replied" }, now),
  );
  expect(await newestMail(letter)).toBeNull();
  await storeRow(db, letterReplies, {
    campaignId: campaign.id,
    dispatchId: dispatch.id,
    receivedOn: "2026-12-08",
    fromWhom: "Investor Relations",
    text: "We have read it.",
    approvedAt: now,
  });
  expect(await newestMail(letter)).toMatchObject({ email: { props: { from: "Investor Relations" } } });

  const refused = await aWriter(db, campaign);
  await changeRows(db, letters, refused.letter.id, { state: "refused", moderationReason: "advertising" });
  await db.transaction((tx) =>
    queueWriterEmail(tx, { letterId: refused.letter.id, template: "letter-refused" }, now),
  );
  expect(await newestMail(refused.letter)).toMatchObject({
    email: { props: { refusedReason: "advertising" } },
  });
  expect(await afterClaiming(refused.letter)).toContainEqual(["letter-refused", "claimed"]);
});

test("a writer learns that a held letter goes, unless it was already handed over", async () => {
  const campaign = await aCampaign(db);
  await db.insert(letterSettings).values({ campaignId: campaign.id, everyDays: 14, milestone: null });
  const [{ letter }, late] = [await aWriter(db, campaign), await aWriter(db, campaign)];
  for (const { id } of [letter, late.letter])
    await db.transaction((tx) => queueWriterEmail(tx, { letterId: id, template: "letter-released" }, now));
  expect(await newestMail(letter)).toMatchObject({
    email: { name: "letter-released", props: { rhythm: { everyDays: 14, milestone: null } } },
  });
  await handOver(db, campaign, [late.letter], { at: now, state: "sent" });
  expect(await afterClaiming(letter)).toContainEqual(["letter-released", "claimed"]);
  expect(await afterClaiming(late.letter)).toContainEqual(["letter-released", "skipped"]);
});

test("a letter that waits is reminded of once after two days, and deleted after seven", async () => {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign);
  await writeLetter(db, keys, input, ago(49));
  const letter = await newestLetter(db, input);
  expect(await remindPendingLetters(db, now), "while the email that asks waits").toBe(0);
  await db.update(outbox).set({ state: "accepted" }).where(eq(outbox.letterId, letter.id));
  expect(await remindPendingLetters(db, now)).toBe(1);
  expect(await remindPendingLetters(db, now)).toBe(0);
  expect((await mailsOf(letter)).at(-1)?.template).toBe("confirm-letter-reminder");

  const removed: string[] = [];
  const files = { remove: async (ids: string[]) => void removed.push(...ids), list: async () => [] };
  await purgePending(db, files as never, ago(-24 * 6));
  expect(await db.$count(supporters, eq(supporters.id, letter.supporterId))).toBe(0);
  expect(removed).toHaveLength(2);
});

test("the purge keeps writers of letters in force, and drops their waiting letter", async () => {
  const campaign = await aCampaign(db);
  const { input, letter } = await aWriter(db, campaign, {}, ago(24 * 20));
  await handOver(db, campaign, [letter], { at: ago(24 * 18) });
  await writeLetter(db, keys, { ...input, answers: written({ body: "Another." }) }, ago(24 * 8));
  expect((await newestLetter(db, input)).state).toBe("email_pending");
  await purgePending(db, { remove: async () => {} } as never, now);
  expect(await newestLetter(db, input)).toMatchObject({ id: letter.id, state: "sent" });
});

test.each(["letter-receipt", "letter-held", "letter-released"] as const)(
  "the %s leads to a page that takes the letter back, for seven days",
  async (template) => {
    const { letter } = await aWriter(db, await aCampaign(db));
    await db.transaction((tx) => queueWriterEmail(tx, { letterId: letter.id, template }, now));
    const mail = await newestMail(letter);
    const { undoUrl = "" } = (mail?.email.props ?? {}) as { undoUrl?: string };
    const undo = (at: Date) => openToken(keys, "undo-letter", undoUrl.split("/").at(-1) ?? "", at);
    expect(undo(ago(-24 * 6.9))).toMatchObject({ outcome: "valid", subject: letter.publicId });
    expect(undo(ago(-24 * 7.1)).outcome).toBe("expired");
  },
);
