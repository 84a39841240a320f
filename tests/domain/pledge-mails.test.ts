import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import {
  findReminderMail,
  stopReminders,
  stopRemindersOf,
} from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { listOwnPledges } from "#app/domain/upkeep/own-data/list-own-pledges.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import { render } from "#app/mail/render.server.ts";
import {
  ballotItems,
  campaignCompanies,
  campaignTranslations,
  meetings,
  outbox,
  pledgeReminders,
  pledges,
  suppressions,
} from "#db/schema/index.ts";
import type { Email } from "#emails/index.ts";
import { aCampaign, changeRows, existing, testKeys as keys, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aHolder, aPledgeInput, newestPledge, pledgeAnswers } from "#tests/support/holders.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anotherWaitingMail, readOutbox } from "#tests/support/outbox.ts";
import { aBallotItem, aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const { mailing } = aStubMailing("file");

async function aScene() {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test" });
  return { campaign, meeting: await aMeeting(db, campaign, nextYear) };
}

const mailsOf = (pledgeId: number) =>
  db.select().from(outbox).where(eq(outbox.pledgeId, pledgeId)).orderBy(outbox.id);
const lastMail = async (pledgeId: number) => {
  return existing((await mailsOf(pledgeId)).at(-1));
};
/** The text of the newest email about a pledge. */
async function written<Name extends Email["name"]>(pledgeId: number, name: Name) {
  const found = await findEmail(db, mailing, (await lastMail(pledgeId)).id);
  if (found?.email.name !== name) throw new Error(`the mail is ${found?.email.name}, not ${name}`);
  return { ...found, email: found.email as Extract<Email, { name: Name }> };
}
const subjectOf = (url: string, purpose: Parameters<typeof openToken>[1], within?: string) => {
  const opened = openToken(keys, purpose, url.split("/").at(-1)?.split("?")[0] ?? "", new Date(), within);
  return "subject" in opened ? opened.subject : null;
};

/** Ends emails of earlier tests; returns what is claimed now. */
const settleAll = () =>
  db
    .update(outbox)
    .set({ state: "skipped", leaseUntil: null })
    .where(sql`${outbox.state} in ('queued', 'claimed')`);
const claimed = async () => (await claimEmails(db, mailing)).map(({ template }) => template);

/** A queued reminder that is still useful, for verified dates. */
async function aReminder(holder: typeof pledges.$inferSelect) {
  const now = new Date();
  const verified = { verifiedAt: now, verifiedBy: "An organizer", asOf: null };
  await db.update(meetings).set(verified).where(eq(meetings.id, holder.meetingId));
  const uselessAt = new Date(now.getTime() + 86_400_000);
  await storeRow(db, pledgeReminders, {
    series: holder.series,
    pledgeId: holder.id,
    reminder: "vote-by-3",
    dueAt: now,
    uselessAt,
    state: "queued",
    queuedAt: now,
  });
  return storeRow(db, outbox, {
    supporterId: holder.supporterId,
    campaignId: holder.campaignId,
    pledgeId: holder.id,
    template: "pledge-reminder",
    lane: "bulk",
    reminder: "vote-by-3",
  });
}

test("the mail that asks to confirm tells what waits, leads to it, and holds no number", async () => {
  const scene = await aScene();
  const item = await aBallotItem(db, scene.meeting);
  const intentions = [
    { item: null, intention: "for" as const },
    { item: item.id, intention: "abstain" as const },
  ];
  const input = aPledgeInput(scene, {
    answers: pledgeAnswers({
      holding: { shares: "4321.125", bucket: null },
      intentions,
      willing: ["cofile"],
    }),
    consents: ["pledge", "contact_cofile"],
  });
  await pledge(db, keys, input);
  const pending = await newestPledge(db, input);
  const { to, replyTo, email } = await written(pending.id, "confirm-pledge");
  expect([to, replyTo]).toEqual([input.email.address, "hello@campaign.test"]);
  expect(email.props.pledge).toMatchObject({
    meeting: { year: nextYear, on: `${nextYear}-12-05`, checked: false },
    intentions: [
      { item: null, intention: "for" },
      { item: { title: "Report on a sample" }, intention: "abstain" },
    ],
    willing: ["cofile"],
  });
  expect(email.props.consents).toEqual({ updates: false, contactCofile: true });
  expect(subjectOf(email.props.confirmUrl, "confirm-pledge")).toBe(pending.publicId);
  const { html, text } = await render(email);
  expect(html + text).not.toMatch(/4,?321/);
});

test("proposals are named in the language of the reader where they are known in it", async () => {
  const scene = await aScene();
  const [known, unknown] = [await aBallotItem(db, scene.meeting), await aBallotItem(db, scene.meeting)];
  const original = "Publish what is supplied";
  await db.update(ballotItems).set({ title: original }).where(eq(ballotItems.id, known.id));
  await storeRow(db, campaignTranslations, {
    campaignId: scene.campaign.id,
    locale: "es",
    original,
    translation: "Publicar qué se suministra",
    originalSha256: sql`sha256(convert_to(${original}, 'UTF8'))`,
  });
  const intentions = [known, unknown].map(({ id }) => ({ item: id, intention: "for" as const }));
  const input = aPledgeInput(scene, { locale: "es", answers: pledgeAnswers({ intentions }) });
  await pledge(db, keys, input);
  const { id } = await newestPledge(db, input);
  const { html, text } = await render((await written(id, "confirm-pledge")).email);
  for (const part of [html, text.replace(/\s+/g, " ")]) {
    expect(part).toContain("Publicar qué se suministra");
    expect(part).toContain(`${unknown.title} (en inglés)`);
    expect(part).not.toContain("suministra (en");
    expect(part).not.toContain(original);
  }
});

test("a receipt links to the personal page, the form and, if willing, the calculator", async () => {
  const scene = await aScene();
  const at = { now: new Date() };
  const { pledge: plain } = await aHolder(db, scene, {}, at);
  const { email } = await written(plain.id, "pledge-receipt");
  const { personalUrl, changeUrl, coFileUrl, inReview, reminders } = email.props;
  expect([coFileUrl, inReview, reminders]).toEqual([null, false, []]);
  const person = subjectOf(personalUrl, "manage");
  expect(person).not.toBeNull();
  expect(changeUrl).toContain(`/c/${scene.campaign.slug}/pledge/`);
  expect(subjectOf(changeUrl ?? "", "pledge", scene.campaign.slug)).toBe(person);

  const { pledge: willing } = await aHolder(
    db,
    scene,
    { answers: pledgeAnswers({ willing: ["cofile"] }) },
    at,
  );
  expect((await written(willing.id, "pledge-receipt")).email.props.coFileUrl).toContain("/co-file");
});

test("a receipt lists reminders, stopped ones, and that voting is over", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  const dueAt = new Date(`${nextYear}-12-02T14:00:00Z`);
  const useless = {
    uselessAt: new Date(`${nextYear}-12-05T14:00:00Z`),
    series: row.series,
    pledgeId: row.id,
  };
  await db.insert(pledgeReminders).values([
    { ...useless, reminder: "vote-by-3", dueAt },
    { ...useless, reminder: "vote-by-1", dueAt, state: "cancelled", reason: "date-gone" },
  ]);
  const remindersOf = async () => (await written(row.id, "pledge-receipt")).email.props.reminders;
  expect(await remindersOf()).toEqual([{ kind: "vote-by-3", dueOn: `${nextYear}-12-02` }]);
  await db.update(pledges).set({ reminders: false }).where(eq(pledges.id, row.id));
  expect(await remindersOf()).toBe("stopped");
  await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, scene.meeting.id));
  expect(await remindersOf()).toBe("over");
  expect((await written(row.id, "pledge-receipt")).email.props.changeUrl).toBeNull();
});

const newYear = nextYear + 1;
const undated = { meetingOn: null, recordDate: null } as const;
const dated = {
  meetingOn: `${nextYear}-12-09`,
  voteBy: new Date(`${nextYear}-12-09T04:59:00Z`),
  verifiedAt: new Date(),
  verifiedBy: "An organizer",
  asOf: null,
};
const stale = { ...dated, asOf: new Date(Date.now() - 121 * 86_400_000).toISOString().slice(0, 10) };
test.each([
  ["November 1", {}, "undated", true],
  ["December 31", undated, "undated", true],
  ["December 8", dated, "undated", true],
  ["December 7", stale, "undated", true],
  ["January 2", undated, "undated", false],
  ["January 2", { meetingOn: `${nextYear}-12-09` }, "over", false],
  ["January 2", { meetingOn: `${nextYear}-12-09`, status: "results" }, "over", false],
  ["February 1", undated, "over", false],
] as const)(
  "%s: receipts and own page tell owners of this year's vote only in its year (%o)",
  async (day, dates, next, asked) => {
    const at = new Date(`${day}, ${asked ? nextYear : newYear} 12:00 UTC`);
    const scene = await aScene();
    const line = { ownersLineUntil: `${nextYear}-12-31` };
    await db.update(campaignCompanies).set(line).where(eq(campaignCompanies.campaignId, scene.campaign.id));
    const { pledge: direct } = await aHolder(db, scene);
    const { pledge: fund } = await aHolder(db, scene, { answers: pledgeAnswers({ kind: "fund" }) });
    await changeRows(db, meetings, scene.meeting.id, { status: "expected", ...dates });
    const signed = await aStoredSignature(db, scene.campaign);
    const mail = await storeRow(db, outbox, {
      template: "receipt",
      campaignId: scene.campaign.id,
      supporterId: signed.supporter.id,
      signatureId: signed.signature.id,
    });
    await db.update(outbox).set({ createdAt: at }).where(eq(outbox.campaignId, scene.campaign.id));
    const receipts = [
      (await written(direct.id, "pledge-receipt")).email,
      (await written(fund.id, "pledge-receipt")).email,
    ];
    const signature = (await findEmail(db, mailing, mail?.id ?? 0))?.email;
    const [ofDirect = "", ofFund = "", ofSignature = ""] = await Promise.all(
      [...receipts, signature].map(async (email) =>
        email ? (await render(email)).text.replace(/\s+/g, " ") : "",
      ),
    );
    expect(ofFund).toContain("fund");
    expect(
      [ofDirect, ofFund, ofSignature].map((text) =>
        text.includes(
          dates === dated ? `This year’s vote ends on December 8, ${nextYear}.` : "vote may be days away.",
        ),
      ),
    ).toEqual([asked, false, asked]);
    expect(ofDirect.includes("I have voted")).toBe(asked);
    expect(ofDirect.includes("Voting is over")).toBe(next === "over");
    const own = async (supporterId: number) => (await listOwnPledges(db, keys, supporterId, at))[0]?.next;
    expect([await own(direct.supporterId), await own(fund.supporterId)]).toEqual([
      next,
      next === "over" ? "over" : "fund",
    ]);
  },
);

test("over ten million shares the receipt says that they wait, and still tells no number", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene, {
    answers: pledgeAnswers({ holding: { shares: "10000001", bucket: null } }),
  });
  const { email } = await written(row.id, "pledge-receipt");
  expect(email.props.inReview).toBe(true);
  expect((await render(email)).text).not.toMatch(/10,?000,?001/);
});

test("the same rows make the same mail, and a date that moves makes another", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  const bytes = async () => JSON.stringify(await render((await written(row.id, "pledge-receipt")).email));
  const first = await bytes();
  expect(await bytes()).toBe(first);
  await changeRows(db, meetings, scene.meeting.id, { meetingOn: `${nextYear}-12-06` });
  expect(await bytes()).not.toBe(first);
});

test("whether a date is checked is told as of the moment the mail was queued", async () => {
  const scene = await aScene();
  const queued = new Date(`${nextYear}-03-01T12:00:00Z`);
  const verified = { verifiedAt: queued, verifiedBy: "An organizer", asOf: `${nextYear}-03-01` };
  await db.update(meetings).set(verified).where(eq(meetings.id, scene.meeting.id));
  const { pledge: row } = await aHolder(db, scene, {}, { now: queued });
  const checked = async () => (await written(row.id, "pledge-receipt")).email.props.pledge.meeting.checked;
  expect(await checked()).toBe(true);
  const later = new Date(`${nextYear}-08-01T12:00:00Z`);
  await db.update(outbox).set({ createdAt: later }).where(eq(outbox.pledgeId, row.id));
  expect(await checked()).toBe(false);
});

test("a confirmation does not go once it is confirmed or its link would open nothing", async () => {
  const scene = await aScene();
  await settleAll();
  const input = aPledgeInput(scene);
  await pledge(db, keys, input);
  const pending = await newestPledge(db, input);
  await changeRows(db, pledges, pending.id, { createdAt: sql`now() - interval '8 days'` });
  expect(await claimed()).toEqual([]);
  expect(await readOutbox(db, (await lastMail(pending.id)).id)).toMatchObject({ state: "skipped" });

  // Confirmed within the same minute: the email that asks to confirm is late, the receipt is not.
  await aHolder(db, scene);
  expect(await claimed()).toEqual(["pledge-receipt"]);
});

test("a receipt does not go for what was withdrawn in between", async () => {
  const scene = await aScene();
  await settleAll();
  const { pledge: row } = await aHolder(db, scene);
  await withdrawPledge(db, keys, { supporterId: row.supporterId, publicId: row.publicId });
  expect(await claimed()).toEqual([]);
});

test("a reminder waits behind all that somebody waits for", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  await settleAll();
  await aReminder(row);
  await anotherWaitingMail(db);
  expect((await claimEmails(db, mailing, 1)).map(({ template }) => template)).toEqual(["confirm-signature"]);
  expect(await claimed()).toEqual(["pledge-reminder"]);
});

const silenced = {
  stopped: (row: { publicId: string }) => stopReminders(db, keys, { publicId: row.publicId }),
  "told how it ended": (row: { publicId: string }) =>
    reportOutcome(db, keys, { publicId: row.publicId, outcome: "voted_otherwise" }),
  withdrawn: (row: { publicId: string; supporterId: number }) => withdrawPledge(db, keys, row),
};

test.each(Object.entries(silenced))(
  "a reminder does not go to a holder who has %s",
  async (_name, silence) => {
    const scene = await aScene();
    await db.update(meetings).set({ status: "open" }).where(eq(meetings.id, scene.meeting.id));
    const { pledge: row } = await aHolder(db, scene);
    await settleAll();
    const mail = await aReminder(row);
    await silence(row);
    expect(await claimed()).toEqual([]);
    expect(await readOutbox(db, mail.id)).toMatchObject({ state: "skipped" });
  },
);

test.each(["never", "complaint", "hard_bounce"] as const)(
  "a reminder stays away from an address suppressed for %s, however long ago; a receipt only for never",
  async (reason) => {
    const scene = await aScene();
    await settleAll();
    const { input, pledge: row } = await aHolder(db, scene);
    const mail = await aReminder(row);
    const { keyId, digest } = hmac(keys, "address", input.email.canonical);
    const createdAt = sql`now() - interval '400 days'`;
    await db.insert(suppressions).values({ addressHmac: digest, keyId, reason, createdAt });
    expect(await claimed()).toEqual(reason === "never" ? [] : ["pledge-receipt"]);
    expect(await claimed()).toEqual([]);
    expect(await readOutbox(db, mail.id)).toMatchObject({ state: "suppressed" });
  },
);

test("a reminder's link ends the reminders of its pledge alone, and says so afterwards", async () => {
  const scene = await aScene();
  const { input, pledge: row } = await aHolder(db, scene, { consents: ["pledge", "updates"] });
  const other = await aHolder(db, scene, { ...input, answers: pledgeAnswers({ kind: "institution" }) });
  const mail = await aReminder(row);
  expect(await findReminderMail(db, mail.publicId)).toMatchObject({ reminds: true, year: nextYear });
  expect(await stopRemindersOf(db, keys, mail.publicId)).toEqual({ outcome: "stopped" });
  expect(await findReminderMail(db, mail.publicId)).toMatchObject({ reminds: false });
  expect(await stopRemindersOf(db, keys, mail.publicId)).toEqual({ outcome: "not-reminded" });
  const [still] = await db.select().from(pledges).where(eq(pledges.id, other.pledge.id));
  expect(still?.reminders).toBe(true);
  const [stopped] = await db.select().from(pledges).where(eq(pledges.id, row.id));
  expect(stopped).toMatchObject({ status: "active", reminders: false });
});

test("no other mail's link ends reminders", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  const receipt = await lastMail(row.id);
  expect(await findReminderMail(db, receipt.publicId)).toBeNull();
  expect(await stopRemindersOf(db, keys, receipt.publicId)).toEqual({ outcome: "not-reminded" });
});
