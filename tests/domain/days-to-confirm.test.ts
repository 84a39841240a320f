import { eq, inArray, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { remindPending } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { resendConfirmation } from "#app/domain/entries/waiting-forms/resend-confirmation.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { noteStepBack } from "#app/domain/upkeep/archives/note-step-back.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import type { BatchOutcome, SendOutcome } from "#app/mail/transport.ts";
import { emailBatches, outbox, signatureForms, signatures, switches } from "#db/schema/index.ts";
import { aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBatchMailing, takeAll } from "#tests/support/engine.ts";
import { aFileHandedIn, scopeOf, takenIn, tried } from "#tests/support/imports.ts";
import { aStubMailing, silent } from "#tests/support/mail.ts";
import { anotherWaitingMail, aWaitingMail, loseLease } from "#tests/support/outbox.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const accepts = (): SendOutcome => ({ outcome: "accepted", providerId: null });
const hour = 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * 24 * hour);
const files = { remove: async () => {}, list: async () => [] };

/** Lets days pass for everything about a signature: it and its emails are so much older. */
const passDays = (id: number, days: number) =>
  db.transaction(async (tx) => {
    const by = sql`make_interval(days => ${days})`;
    await tx.execute(sql`update signatures set signed_at = signed_at - ${by}, posted_at = posted_at - ${by}
      where id = ${id}`);
    await tx.execute(
      sql`update signature_forms set posted_at = posted_at - ${by} where signature_id = ${id}`,
    );
    await tx.execute(sql`update outbox set created_at = created_at - ${by}, tried_at = tried_at - ${by},
      due_at = due_at - ${by} where signature_id = ${id}`);
  });

/** Purges, and returns whether the signature is still stored. */
async function isKept(id: number, at = new Date()) {
  await purgePending(db, files, at);
  return (await db.$count(signatures, eq(signatures.id, id))) === 1;
}

const keptOf = async (ids: readonly number[], at: Date) => {
  await purgePending(db, files, at);
  return db.$count(signatures, inArray(signatures.id, [...ids]));
};

const send = async (outcome: () => SendOutcome = accepts) => {
  const { mailing, tries } = aStubMailing("resend", outcome);
  await sendDueEmails(db, mailing, { log: silent });
  const links = tries.map(({ text }) => /https:\/\/\S+\/confirm\/(\S+)/.exec(text)?.[1] ?? "");
  return { tries, links };
};

const worksAt = (link: string | undefined, at: Date) =>
  openToken(testKeys, "confirm", link ?? "", at).outcome === "valid";

test("an email handed over after five days leaves seven days, and says so", async () => {
  const { signature } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  expect(await remindPending(db), "nobody is reminded of an email that waits").toBe(0);
  const { tries, links } = await send();
  expect(tries).toHaveLength(1);
  const last = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(inDays(7));
  expect(tries[0]?.text).toContain(`The link works until ${last}.`);
  expect([worksAt(links[0], inDays(6.99)), worksAt(links[0], inDays(7.05))]).toEqual([true, false]);
  expect(await isKept(signature.id, inDays(6.99))).toBe(true);
  expect(await isKept(signature.id, inDays(7.05))).toBe(false);
});

test("an email of the day's last hour names a day that the link still works on", async () => {
  const { id } = await aWaitingMail(db);
  const hourOf = (at: Date) => Math.floor(at.getTime() / hour);
  const from = hourOf(new Date());
  await send();
  const [{ at = null } = {}] = await db.select({ at: outbox.triedAt }).from(outbox).where(eq(outbox.id, id));
  expect([from, hourOf(new Date())]).toContain(at && hourOf(at));
});

test("while the email waits the form is kept, for seven days; then neither goes on", async () => {
  const { id, signature } = await aWaitingMail(db);
  await passDays(signature.id, 6);
  expect(await isKept(signature.id)).toBe(true);
  await passDays(signature.id, 1);
  expect((await send()).tries, "too late to be sent").toHaveLength(0);
  const [{ state } = {}] = await db.select({ state: outbox.state }).from(outbox).where(eq(outbox.id, id));
  expect(state).toBe("skipped");
  expect(await isKept(signature.id)).toBe(false);
});

test.each([
  ["failed", { outcome: "refused", permanent: true, problem: "bad-address" }],
  ["retried", { outcome: "retry-later", problem: "busy", after: 60 }],
] as const)("an email that %s starts no days: they run from the signing", async (_, outcome) => {
  const { signature } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  expect((await send(() => outcome)).tries).toHaveLength(1);
  expect(await isKept(signature.id, inDays(1.99))).toBe(true);
  expect(await isKept(signature.id, inDays(2.05))).toBe(false);
});

test("an email whose answer was lost leaves the days that it may have told", async () => {
  const { id, signature } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  const first = await send(() => ({ outcome: "unknown", repeatable: true, problem: "timeout" }));
  expect(await isKept(signature.id, inDays(6.99)), "it is repeated with the same bytes").toBe(true);
  await db.execute(sql`update outbox set due_at = now() where id = ${id}`);
  const second = await send();
  expect(second.tries[0]?.text).toBe(first.tries[0]?.text);
  await db.execute(sql`update outbox set state = 'unknown' where id = ${id}`);
  expect(await isKept(signature.id, inDays(6.99))).toBe(true);
  expect(await isKept(signature.id, inDays(7.05))).toBe(false);
});

test("a try whose worker died is repeated with the days it told", async () => {
  const { id, signature } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  const { mailing } = aStubMailing("resend", accepts);
  const startedAt = Date.now();
  expect(await claimEmails(db, mailing, 1, { forCall: true })).toHaveLength(1);
  const triedAt = async () =>
    (await db.select({ at: outbox.triedAt }).from(outbox).where(eq(outbox.id, id)))[0]?.at;
  const before = await triedAt();
  expect(before?.getTime()).toBeGreaterThanOrEqual(startedAt);
  expect((before?.getTime() ?? 0) % hour, "the same bytes if some seconds are lost").toBe(hour - 1);
  await loseLease(db, id);
  expect((await send()).tries).toHaveLength(1);
  expect(await triedAt()).toEqual(before);
});

test("a refused try is rewritten: its days begin when it is handed over", async () => {
  const { id, signature } = await aWaitingMail(db);
  await send(() => ({ outcome: "retry-later", problem: "busy", after: 60 }));
  await passDays(signature.id, 2);
  await db.execute(sql`update outbox set due_at = now() where id = ${id}`);
  const { links } = await send();
  expect(worksAt(links[0], inDays(6.99))).toBe(true);
  expect(await isKept(signature.id, inDays(6.99))).toBe(true);
});

test("asking for the email again extends nothing, however often", async () => {
  const { signature, supporter, campaign } = await aWaitingMail(db);
  const about = { campaignId: campaign.id, canonical: supporter.emailCanonical };
  const first = await send();
  for (const day of [2, 4, 6]) {
    await passDays(signature.id, 2);
    await resendConfirmation(db, about);
    const again = await send();
    expect(again.links, `day ${day}`).toEqual(first.links.map(() => again.links[0]));
    expect(worksAt(again.links[0], inDays(7.05 - day))).toBe(false);
  }
  expect(await isKept(signature.id, inDays(0.99))).toBe(true);
  expect(await isKept(signature.id, inDays(1.05))).toBe(false);
});

test("a first email that failed leaves the days to the one that is asked for", async () => {
  const { signature, supporter, campaign } = await aWaitingMail(db);
  await send(() => ({ outcome: "refused", permanent: true, problem: "bad-address" }));
  await passDays(signature.id, 3);
  await resendConfirmation(db, { campaignId: campaign.id, canonical: supporter.emailCanonical });
  const { links } = await send();
  expect(worksAt(links[0], inDays(6.99))).toBe(true);
  expect(await isKept(signature.id, inDays(6.99))).toBe(true);
});

test("the reminder comes two days after the email, and leaves its days as they are", async () => {
  const { signature } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  const { links } = await send();
  const reminders = () =>
    db.$count(outbox, sql`signature_id = ${signature.id} and template = 'confirm-reminder'`);
  await remindPending(db, inDays(1.9));
  expect(await reminders()).toBe(0);
  await remindPending(db, inDays(2.1));
  expect(await reminders()).toBe(1);
  await db.execute(sql`update outbox set due_at = now() where signature_id = ${signature.id}`);
  expect((await send()).links).toContain(links[0]);
  expect(await isKept(signature.id, inDays(7.05))).toBe(false);
});

test("a later form is kept as long as its own email says", async () => {
  const { signature, supporter, campaign } = await aWaitingMail(db);
  await send();
  await passDays(signature.id, 1);
  const email = { address: supporter.email, canonical: supporter.emailCanonical };

  await sign(db, aSignatureInput(campaign, { email, name: "Another Name" }));
  await passDays(signature.id, 5);
  const { links } = await send();
  expect(worksAt(links[0], inDays(6.99))).toBe(true);
  await purgePending(db, files, inDays(6.99));
  expect(await db.$count(signatureForms, eq(signatureForms.signatureId, signature.id))).toBe(1);
  expect(await isKept(signature.id, inDays(7.05))).toBe(false);
});

test("the same later form, posted again, is kept for the new email's days", async () => {
  const { signature, supporter, campaign } = await aWaitingMail(db);
  const email = { address: supporter.email, canonical: supporter.emailCanonical };
  const later = aSignatureInput(campaign, { email, name: "Another Name" });
  await sign(db, later);
  await passDays(signature.id, 5);
  await send();
  await passDays(signature.id, 3);
  await sign(db, later);
  const isStored = async (at = new Date()) => {
    await purgePending(db, files, at);
    return (await db.$count(signatureForms, eq(signatureForms.signatureId, signature.id))) === 1;
  };
  expect(await isStored(), "while the new email waits").toBe(true);
  const { tries, links } = await send();
  expect(tries).toHaveLength(1);
  expect(worksAt(links[0], inDays(6.99))).toBe(true);
  expect([await isStored(inDays(6.99)), await isStored(inDays(7.05))]).toEqual([true, false]);
});

test("an imported signature's later form has its own days", async () => {
  const { campaign } = await aWaitingMail(db);
  const which = await aFileHandedIn(
    db,
    await scopeOf(db, campaign),
    ["email,name,country,newsletter", "listed@example.org,Lee One,US,no", ""].join("\r\n"),
  );
  await tried(db, which);
  await takenIn(db, which);
  const canonical = "listed@example.org";
  const form = (comment: string) =>
    aSignatureInput(campaign, { email: { address: canonical, canonical }, comment });
  await sign(db, form("First"));
  await sign(db, form("Second"));
  const [signature] = await db.select().from(signatures).where(eq(signatures.state, "imported"));
  const id = signature?.id ?? 0;
  await db.execute(sql`update signature_forms set email_id = null where signature_id = ${id}`);
  await db.execute(sql`update outbox set state = 'accepted' where signature_id = ${id}`);
  await passDays(id, 8);
  await db.execute(sql`update signature_forms set posted_at = now() where signature_id = ${id}`);
  await resendConfirmation(db, { campaignId: campaign.id, canonical });
  const { tries, links } = await send();
  expect(tries.map(({ to }) => to)).toContain(canonical);
  expect(worksAt(links.at(-1), inDays(6.99))).toBe(true);
  expect(await isKept(id, inDays(30)), "imported for good").toBe(true);
});

test("an email of an earlier version, whose try was not noted, starts no days", async () => {
  const { signature } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  await db.execute(sql`update outbox set state = 'delivered' where signature_id = ${signature.id}`);
  expect(await isKept(signature.id, inDays(1.99))).toBe(true);
  expect(await isKept(signature.id, inDays(2.05))).toBe(false);
});

test("somebody erased while their email waits gets none, and nothing is kept", async () => {
  const { signature, supporter } = await aWaitingMail(db);
  await passDays(signature.id, 5);
  await db.execute(sql`delete from supporters where id = ${supporter.id}`);
  expect((await send()).tries).toHaveLength(0);
  expect(await isKept(signature.id)).toBe(false);
});

/** Ten people sign five days before their email goes: so many wait that one call takes them all. */
async function tenInACall(answer: () => BatchOutcome | null) {
  const emails = [await aWaitingMail(db)];
  while (emails.length < 10) emails.push(await anotherWaitingMail(db));
  for (const { signature } of emails) await passDays(signature.id, 5);
  const { mailing, calls, alone } = aBatchMailing((call) => answer() ?? takeAll(call));
  const sendAll = async () => {
    await db.execute(sql`update outbox set due_at = now() where state = 'queued'`);
    await db.update(emailBatches).set({ dueAt: sql`now()` }).where(eq(emailBatches.state, "frozen"));
    await sendDueEmails(db, mailing, { log: silent });
    expect(alone).toEqual([]);
    return (calls.at(-1)?.names ?? []).map((text) => /https:\/\/\S+\/confirm\/(\S+)/.exec(text)?.[1]);
  };
  return { ids: emails.map(({ signature }) => signature.id), calls, sendAll };
}

test("ten people have their days from the call that was accepted, not from one put off", async () => {
  let busy = true;
  const { ids, calls, sendAll } = await tenInACall(() =>
    busy ? { outcome: "retry-later", after: 60, problem: "rate-limited" } : null,
  );
  await sendAll();
  expect(await keptOf(ids, inDays(1.99)), "while all are back in the queue").toBe(10);
  for (const id of ids) await passDays(id, 1);
  busy = false;
  const links = await sendAll();
  expect(calls.map(({ to }) => to.length)).toEqual([10, 10]);
  const days = await db.execute(sql`select from outbox where signature_id in ${ids}
    and tried_at between now() and now() + interval '1 hour'`);
  expect(days).toHaveLength(10);
  for (const link of links)
    expect([worksAt(link, inDays(6.99)), worksAt(link, inDays(7.05))]).toEqual([true, false]);
  expect(await keptOf(ids, inDays(6.99))).toBe(10);
  expect(await keptOf(ids, inDays(7.05))).toBe(0);
});

test("a call whose answer is lost keeps the days of its emails, and their bytes", async () => {
  let lost = true;
  const { ids, calls, sendAll } = await tenInACall(() =>
    lost ? { outcome: "unknown", repeatable: true, problem: "no-answer" } : null,
  );
  await sendAll();
  expect(await keptOf(ids, inDays(6.99)), "while the call is open").toBe(10);
  lost = false;
  await sendAll();
  expect(calls).toHaveLength(2);
  expect(calls[1]).toMatchObject({ key: calls[0]?.key, sha256: calls[0]?.sha256 });
  expect(await keptOf(ids, inDays(6.99))).toBe(10);
  expect(await keptOf(ids, inDays(7.05))).toBe(0);
});

test("somebody whose call never gets an answer is deleted after seven days as well", async () => {
  const { ids, sendAll } = await tenInACall(() => ({
    outcome: "unknown",
    repeatable: true,
    problem: "no-answer",
  }));
  await sendAll();
  expect(await keptOf(ids, inDays(7.05)), "while the call is open").toBe(0);
});

/** Goes back, until the test ends, to a database that knows only of what was sent before. */
async function goBack(number: number) {
  onTestFinished(async () => {
    await db.delete(switches);
  });
  await noteStepBack(db, number);
  await db.delete(switches).where(eq(switches.name, "sending-paused"));
}

test("after a restore, an email of which nothing is known may have gone until then", async () => {
  const { id, signature, supporter, campaign } = await aWaitingMail(db);
  const email = { address: supporter.email, canonical: supporter.emailCanonical };
  await sign(db, aSignatureInput(campaign, { email, name: "Another Name" }));
  await passDays(signature.id, 5);
  await goBack(1);
  expect(await isKept(signature.id, inDays(6.99)), "while it waits").toBe(true);
  await db.execute(sql`update outbox set state = 'unknown', problem = 'restored', settled_at = now()
    where signature_id = ${signature.id}`);
  expect(await isKept(signature.id, inDays(6.99)), "once it is unknown").toBe(true);
  expect(await db.$count(signatureForms, eq(signatureForms.emailId, id + 1))).toBe(1);
  expect(await isKept(signature.id, inDays(7.05))).toBe(false);
});

test("a restore keeps nothing longer than 14 days, and nothing whose email was known to go", async () => {
  const old = await aWaitingMail(db);
  const known = await anotherWaitingMail(db);
  await db.execute(sql`update outbox set state = 'skipped' where id = ${old.id}`);
  await send();
  await passDays(old.signature.id, 9);
  await passDays(known.signature.id, 5);
  await goBack(2);
  expect(await keptOf([old.signature.id, known.signature.id], inDays(1.99))).toBe(2);
  expect(await keptOf([known.signature.id], inDays(2.05))).toBe(0);
  expect(await isKept(old.signature.id, inDays(4.99))).toBe(true);
  expect(await isKept(old.signature.id, inDays(5.05))).toBe(false);
});
