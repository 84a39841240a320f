import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createWriter } from "#app/domain/outbox/batches/write-mails.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { prepareUpdate } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import { claims, emailBatches, outbox, supporters, updates } from "#db/schema/index.ts";
import { aCampaign, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  aDueUpdate,
  batchesOf,
  mailsOf,
  passTime,
  readersOf,
  runEngine,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const unanswered: BatchOutcome = { outcome: "unknown", repeatable: true, problem: "no-answer" };

async function anAudience(people: number) {
  const campaign = await aCampaign(db, organization);
  const readers = await readersOf(db, campaign, people);
  const update = await aDueUpdate(db, campaign);
  return {
    campaign,
    readers,
    update,
    resuming: { campaignId: campaign.id, publicId: update.publicId, actor: "operator" as const },
  };
}

test("an update citing a retracted claim pauses, and resumes when it is back", async () => {
  const { campaign, update, resuming } = await anAudience(150);
  const [claim] = await db
    .insert(claims)
    .values({
      campaignId: campaign.id,
      position: 1,
      section: "ask",
      kind: "opinion",
      published: true,
      text: "A sample of an opinion.",
      attribution: "this campaign",
    })
    .returning();
  const cited = await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: new Date("2026-03-03T00:00:00Z"),
    body: "We say:\n\n[claim 1]",
  });
  await db.update(updates).set({ state: "cancelled" }).where(eq(updates.id, update.id));
  const { mailing, calls } = aBatchMailing(takeAll);
  await startDueUpdates(db, mailing);
  await db
    .update(claims)
    .set({ published: false })
    .where(eq(claims.id, claim?.id ?? 0));
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(calls).toEqual([]);
  expect(await stateOf(db, cited)).toMatchObject({
    state: "paused",
    pauseReason: "not-ready",
    pauseProblem: "words-unreadable",
  });
  expect((await readProgress(db, cited.id)).counts).toMatchObject({ queued: 150, failed: 0 });

  await db
    .update(claims)
    .set({ published: true })
    .where(eq(claims.id, claim?.id ?? 0));
  await resumeUpdate(db, mailing, { ...resuming, publicId: cited.publicId });
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(await stateOf(db, cited)).toMatchObject({ state: "sent" });
  expect(calls.flatMap(({ to }) => to)).toHaveLength(150);
});

test("an update with a misleading link is not sent, even if approved", async () => {
  const { campaign, update } = await anAudience(2);
  await db.update(updates).set({ state: "cancelled" }).where(eq(updates.id, update.id));
  const misleading = await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: new Date("2026-03-03T00:00:00Z"),
    body: "Read [https://microsoft.com](https://evil.test/).",
  });
  const { mailing, calls } = aBatchMailing(takeAll);
  await startDueUpdates(db, mailing);
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(calls).toEqual([]);
  expect(await stateOf(db, misleading)).toMatchObject({ state: "paused", pauseProblem: "words-unreadable" });
});

test("while a provider leaves calls open, few batches are, and they go first", async () => {
  const { update } = await anAudience(1000);
  let answers = false;
  const { mailing, calls } = aBatchMailing((call) => (answers ? takeAll(call) : unanswered));
  await runEngine(db, mailing);
  const open = (await batchesOf(db, update)).filter(({ state }) => state === "frozen");
  expect(open.length).toBeGreaterThanOrEqual(4);
  expect(open.length).toBeLessThan(8);
  expect((await readProgress(db, update.id)).counts).toMatchObject({ queued: 1000 - open.length * 100 });

  answers = true;
  const asked = calls.length;
  await passTime(db, update);
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
  const openKeys = open.map(({ idempotencyKey }) => idempotencyKey);
  const later = calls.slice(asked).map(({ key }) => key);
  expect(openKeys).toContain(later[0]);
  expect(later.filter((key) => openKeys.includes(key)).sort()).toEqual(openKeys.sort());
});

test("SMTP emails under way are unknown once Resend takes over, files are sent", async () => {
  for (const [name, became] of [
    ["smtp", "unknown"],
    ["file", "accepted"],
  ] as const) {
    const { update } = await anAudience(20);
    const { mailing: dying } = aStubMailing(name, () => {
      throw new Error("killed");
    });
    await expect(runEngine(db, dying)).rejects.toThrow("killed");
    const claimed = (await mailsOf(db, update)).filter(({ state }) => state === "claimed");
    expect(claimed.length).toBeGreaterThan(0);
    await passTime(db, update);
    const { mailing } = aBatchMailing(takeAll);
    await runEngine(db, mailing);
    const now = new Map((await mailsOf(db, update)).map(({ id, state }) => [id, state]));
    expect(claimed.map(({ id }) => now.get(id))).toEqual(claimed.map(() => became));
    expect([...now.values()].filter((state) => state === "claimed")).toEqual([]);
    expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
  }
});

test("resuming after a quota does not wait for what was waited for before", async () => {
  const { update, resuming } = await anAudience(3);
  const { mailing } = aBatchMailing((call, place) =>
    place === 1
      ? { outcome: "retry-later", after: 3600, problem: "quota-used-up", cause: "quota" }
      : takeAll(call),
  );
  await runEngine(db, mailing);
  await resumeUpdate(db, mailing, resuming);
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("one by one the day's cap counts what was handed over, and no more", async () => {
  const { update, resuming } = await anAudience(100);
  const [{ before } = { before: 0 }] = await db.$client<{ before: number }[]>`
    select coalesce(max(handed_over), 0)::int as before from bulk_days`;
  let taken = 0;
  const { mailing, tries } = aStubMailing("smtp", () => {
    taken += 1;
    return taken === 10
      ? { outcome: "retry-later", after: 300, problem: "smtp-sign-in-refused", cause: "account" }
      : { outcome: "accepted", providerId: null };
  });
  const warming = { ...mailing, warmUp: [before + 90] };
  await runEngine(db, warming);
  expect(await stateOf(db, update)).toMatchObject({ state: "paused" });
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.updateId, update.id));
  await resumeUpdate(db, warming, resuming);
  await runEngine(db, warming);
  const progress = await readProgress(db, update.id);
  expect(progress.counts).toMatchObject({ accepted: 90, queued: 10 });
  expect(progress.waitsUntil?.getTime()).toBeGreaterThan(Date.now());
  expect(tries).toHaveLength(91);
});

test("the rate of a transport that takes one at a time is seen before its batch is done", async () => {
  const { update } = await anAudience(40);
  let done = () => {};
  const hold = new Promise<void>((resolve) => {
    done = resolve;
  });
  const { mailing, tries } = aStubMailing("smtp", async () => {
    if (tries.length > 20) await hold;
    return { outcome: "accepted", providerId: null };
  });
  const run = runEngine(db, mailing);
  await expect.poll(async () => (await readProgress(db, update.id)).counts.accepted).toBeGreaterThan(15);
  const { perSecond } = await readProgress(db, update.id);
  done();
  await run;
  expect(perSecond).toBeGreaterThan(0);
});

test("somebody erased during the snapshot is not in it, and nothing fails", async () => {
  const { readers, update, campaign } = await anAudience(5);
  expect(campaign.id).toBeGreaterThan(0);
  const { mailing } = aBatchMailing(takeAll);
  await startDueUpdates(db, mailing);
  let prepared: Promise<boolean> | undefined;
  await db.transaction(async (tx) => {
    await tx.delete(supporters).where(eq(supporters.id, readers[2]?.id ?? 0));
    prepared = prepareUpdate(db);
    await expect
      .poll(async () => {
        const [row] = await db.$client<{ waits: number }[]>`
          select count(*)::int as waits from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return row?.waits;
      })
      .toBeGreaterThan(0);
  });
  expect(await prepared).toBe(true);
  while (await prepareUpdate(db));
  expect(await mailsOf(db, update)).toHaveLength(4);
  expect(await stateOf(db, update)).toMatchObject({ audienceSize: 4 });
});

test("a worker that lost its lease gives nothing back", async () => {
  const { update } = await anAudience(2);
  const { mailing } = aStubMailing("smtp", async () => {
    await db
      .update(emailBatches)
      .set({ attempts: sql`attempts + 1` })
      .where(eq(emailBatches.updateId, update.id));
    return { outcome: "accepted", providerId: null };
  });
  await runEngine(db, mailing);
  const [batch] = await batchesOf(db, update);
  expect(batch).toMatchObject({ state: "queued" });
  expect(batch?.leaseUntil).not.toBeNull();
});

test("after a pause no call begins, not even of a batch being claimed", async () => {
  const { update, resuming } = await anAudience(3);
  const { mailing, calls } = aBatchMailing(takeAll);
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // The claim has written its emails, and waits to count them.
  const locked = db.$client.begin(async (tx) => {
    await tx`lock table bulk_days in share mode`;
    await until;
  });
  const running = runEngine(db, mailing);
  const waiting = () => db.$client`
    select from pg_locks where relation = 'bulk_days'::regclass and not granted`;
  await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
  await pauseByOrganizer(db, resuming);
  letGo();
  await locked;
  await running;
  expect(calls).toEqual([]);
  expect(await stateOf(db, update)).toMatchObject({ state: "paused" });
  expect((await readProgress(db, update.id)).counts).toMatchObject({ queued: 3 });

  await resumeUpdate(db, mailing, resuming);
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});
