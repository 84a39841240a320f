// Two web processes and a worker: one web's clock is ahead of the database's or behind it, the others' right.
import { eq, inArray, sql } from "drizzle-orm";
import { generateSync } from "otplib";
import { expect, onTestFinished, test, vi } from "vitest";
import { hasProof, proveByCode } from "#app/domain/access/sign-in/prove.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { beginTotp, findTotpBegun } from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { findSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { advanceFutureJobs, countAhead } from "#app/domain/activity/bring-forward.server.ts";
import { queueDueReminders } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import { remindPending } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { pauseSending } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { inviteByMail } from "#app/domain/team/invite-by-mail.server.ts";
import { enqueue, listWaiting } from "#db/jobs.ts";
import { outbox, pledgeReminders, waitingForms } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, existing, organization, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBegunDispatch, aLetterCampaign, mailsOf } from "#tests/support/dispatches.ts";
import { stateOf } from "#tests/support/engine.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStubMailing, silent } from "#tests/support/mail.ts";
import { anOrganizer, aWeakSession, enrolled, mailedCode } from "#tests/support/organizers.ts";
import { readOutbox } from "#tests/support/outbox.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { sign } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const { mailing } = aStubMailing("resend");
const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** Templates that the worker claims at once, of the emails waiting now; no others wait after it. */
async function taken() {
  const claimed = await claimEmails(db, mailing);
  await db
    .update(outbox)
    .set({ state: "skipped", leaseUntil: null })
    .where(inArray(outbox.state, ["queued", "claimed"]));
  return claimed.map(({ template }) => template).sort();
}

test("a worker whose clock is ahead queues no reminder before it is due", async () => {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  const { pledge } = await aHolder(db, { campaign, meeting }, { answers: pledgeAnswers({ kind: "fund" }) });
  const waiting = () => db.$count(pledgeReminders, eq(pledgeReminders.series, pledge.series));
  expect(await waiting()).toBe(1);
  const inTwoWeeks = 15 * 24 * 60;
  vi.useFakeTimers({ toFake: ["Date"], now: clock(inTwoWeeks) });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  expect(await queueDueReminders(db, testKeys)).toBe(0);
  await taken();
});

for (const [where, minutes] of [
  ["ahead", 10],
  ["behind", -11],
] as const) {
  test(`an email that a web ${Math.abs(minutes)} minutes ${where} queues is due at once`, async () => {
    const campaign = await aCampaign(db);
    const input = aSignatureInput(campaign);
    await sign(db, input, clock(minutes));
    expect(await taken(), "first signature").toEqual(["confirm-signature"]);
    await sign(db, { ...input, name: "Ana Other" }, clock(minutes + 2));
    expect(await taken(), "signed again").toEqual(["confirm-signature"]);

    await aStoredSignature(db, campaign, { state: "pending", signedAt: clock(-72 * 60) });
    await remindPending(db, clock(minutes));
    expect(await taken(), "reminder").toEqual(["confirm-reminder"]);

    const owner = await anOrganizer(db, { campaign });
    const invitation = { email: "hana@example.org", role: "viewer", rights: ["view"], days: 3 } as const;
    const place = { campaignId: campaign.id, organizerId: owner.id };
    await inviteByMail(db, testKeys, { ...place, ...invitation }, clock(minutes));
    await requestCode(db, testKeys, { email: owner.email }, clock(minutes));
    expect(await taken(), "organizers").toEqual(["organizer-code", "organizer-invitation"]);

    const scene = await aLetterCampaign(db);
    await aLetter(db, scene.campaign);
    const dispatch = await aBegunDispatch(db, scene, {}, clock(minutes));
    const pause = { dispatchId: dispatch.id, reason: "bounces", actor: "system" } as const;
    await db.transaction((tx) => pauseSending(tx, pause, clock(minutes)));
    expect(await taken(), "news of a dispatch").toEqual(["dispatch-paused", "dispatch-paused"]);
  });

  test(`what a worker ${Math.abs(minutes)} minutes ${where} spreads over a day starts now`, async () => {
    const scene = await aLetterCampaign(db);
    const letters = [await aLetter(db, scene.campaign), await aLetter(db, scene.campaign)];
    const dispatch = await aBegunDispatch(db, scene, { letters }, clock(minutes));
    const due = await db
      .select({ seconds: sql<number>`round(extract(epoch from ${outbox.dueAt} - now()))::float8` })
      .from(outbox)
      .where(
        inArray(
          outbox.id,
          (await mailsOf(db, dispatch)).map(({ mail }) => mail.id),
        ),
      )
      .orderBy(outbox.dueAt);
    const { perDay } = scene.recipient;
    expect(due[0]?.seconds).toBeLessThanOrEqual(0);
    expect(due[0]?.seconds).toBeGreaterThan(-60);
    expect(due[1]?.seconds).toBeGreaterThan(86_400 / perDay - 60);
    expect(due[1]?.seconds).toBeLessThanOrEqual((2 * 86_400) / perDay);
  });

  test(`an update that a web ${Math.abs(minutes)} minutes ${where} sends now begins now`, async () => {
    const campaign = await aCampaign(db, organization);
    const update = await anUpdate(db, campaign, approved);
    const ready = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };
    const on = {
      campaignId: campaign.id,
      publicId: update.publicId,
      actor: "operator",
      sendAt: null,
    } as const;
    await scheduleUpdate(db, ready, on, clock(minutes));
    await startDueUpdates(db, ready);
    expect(await stateOf(db, update)).toMatchObject({ state: "sending" });
  });

  test(`a session begun at a web ${Math.abs(minutes)} minutes ${where} is valid at another`, async () => {
    const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
    const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, clock(minutes));
    const code = await mailedCode(db, organizer);
    const browser = { ceremony, code, userAgent: null, oldSession: null };
    expect(await redeemCode(db, testKeys, browser)).toMatchObject({ outcome: "signed-in" });

    const token = await aWeakSession(db, organizer, clock(minutes * 4));
    const weak = existing(await findSession(db, token));
    const begun = await beginTotp(db, testKeys, weak, clock(minutes * 2));
    expect(await findTotpBegun(db, testKeys, { ...weak, token: begun })).not.toBeNull();
  });

  test(`a proof at a web ${Math.abs(minutes)} minutes ${where} is valid at another`, async () => {
    const campaign = await aCampaign(db);
    const organizer = await anOrganizer(db, { campaign });
    const { secret, session: token } = await enrolled(db, organizer, clock(minutes - 1));
    const session = existing(await findSession(db, token));
    const purpose = { kind: "send", campaignId: campaign.id } as const;
    const code = generateSync({ secret, epoch: clock(minutes).getTime() / 1000 });
    const tried = { session, purpose, ceremony: null, code };
    expect(await proveByCode(db, testKeys, tried, clock(minutes))).toMatchObject({ outcome: "proved" });
    expect(await hasProof(db, session, purpose)).toBe(true);
  });
}

test("after the database's clock moves back 25 hours, emails are due in a minute", async () => {
  const campaign = await aCampaign(db);
  await sign(db, aSignatureInput(campaign));
  const [claimed] = await claimEmails(db, mailing);
  await sign(db, aSignatureInput(campaign));
  await db.transaction((tx) => enqueue(tx, "publish-totals"));
  await sign(db, aSignatureInput(campaign));
  await storeForm(db, testKeys, { kind: "manage-link", canonical: "ana@example.org" });
  await db
    .update(outbox)
    .set({ dueAt: sql`now() + interval '10 minutes'`, template: "ask-name" })
    .where(sql`id = (select max(id) from outbox)`);
  expect(await countAhead(db), "before").toMatchObject({ emails: 0, forms: 0, jobs: 0 });

  await db
    .update(outbox)
    .set({
      dueAt: sql`${outbox.dueAt} + interval '25 hours'`,
      leaseUntil: sql`${outbox.leaseUntil} + interval '25 hours'`,
    });
  await db.update(waitingForms).set({ dueAt: sql`${waitingForms.dueAt} + interval '25 hours'` });
  await db.execute(sql`update pgboss.job set start_after = start_after + interval '25 hours'`);
  await db.execute(sql`update pgboss.version set cron_on = now() + interval '25 hours'`);
  const found = await advanceFutureJobs(db);
  expect(found).toMatchObject({ emails: 3, forms: 1 });
  expect(found.jobs).toBeGreaterThanOrEqual(2);
  expect(await countAhead(db)).toMatchObject({ emails: 0, forms: 0, jobs: 0 });

  expect(await readOutbox(db, claimed?.id ?? 0), "a worker may have it").toMatchObject({
    state: "claimed",
    dueIn: 180,
  });
  expect(await taken()).toEqual(["confirm-signature"]);
  expect(await processForms(db, testKeys, { log: silent })).toBe(1);
  expect(await listWaiting(db)).toContain("publish-totals");
});
