import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claimBatch } from "#app/domain/outbox/batches/claim-batch.server.ts";
import { recordBatchOutcome } from "#app/domain/outbox/batches/record-batch-outcome.server.ts";
import { createWriter } from "#app/domain/outbox/batches/write-mails.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { prepareUpdate, prepareUpdates } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import {
  startDueUpdates,
  tripBreaker,
  windDownCancelled,
} from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import {
  auditEntries,
  bulkDays,
  claims,
  emailBatches,
  outbox,
  supporters,
  suppressions,
  updates,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, organization, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  aDueUpdate,
  anAudience,
  batchesOf,
  endUpdates,
  mailsOf,
  namesAlone,
  passTime,
  readersOf,
  revokeConsents,
  runEngine,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
beforeEach(() => endUpdates(db));
const unanswered: BatchOutcome = { outcome: "unknown", repeatable: true, problem: "no-answer" };

/** A due update with readers, and ways to run the engine on it. */
async function aRun(people: number, answer: Parameters<typeof aBatchMailing>[0] = takeAll) {
  const scene = await anAudience(db, people);
  const { update } = scene;
  const { mailing, calls } = aBatchMailing(answer);
  const sum = async () => {
    const { counts, audienceSize } = await readProgress(db, update.id);
    return { all: Object.values(counts).reduce((a, b) => a + b, 0), audienceSize, counts };
  };
  return { ...scene, mailing, calls, sum, run: () => runEngine(db, mailing) };
}

test("everyone who agreed gets an update once, in calls of a hundred", async () => {
  const { readers, update, calls, run, sum } = await aRun(210);
  await run();
  expect(calls.map(({ to }) => to.length).sort()).toEqual([10, 100, 100]);
  expect(calls.flatMap(({ to }) => to).sort()).toEqual(readers.map(({ email }) => email).sort());
  expect(
    (await mailsOf(db, update)).every(({ state, providerId }) => state === "accepted" && providerId),
  ).toBe(true);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent", audienceSize: 210 });
  expect(await sum()).toMatchObject({ all: 210, audienceSize: 210, counts: { accepted: 210 } });

  await run();
  expect(calls).toHaveLength(3);
});

test("two workers take an audience from both ends, everyone once, and continue after a crash", async () => {
  const { update, readers, mailing, calls, run, sum } = await aRun(43);
  await startDueUpdates(db, mailing);
  expect(await prepareUpdate(db, { lane: "newest", people: 5 })).toBe(true);
  expect(await prepareUpdate(db, { people: 3 })).toBe(true);
  // A worker that dies loses its piece only.
  const failing = {
    transaction: (work: (tx: unknown) => Promise<unknown>) =>
      db.transaction(async (tx) => {
        await work(tx);
        throw new Error("killed");
      }),
  };
  await expect(prepareUpdate(failing as never, { people: 7 })).rejects.toThrow("killed");
  await Promise.all([prepareUpdates(db, { people: 4 }), prepareUpdates(db, { people: 6 })]);
  const placed = (await batchesOf(db, update)).flatMap(({ emailIds }) => emailIds);
  expect([placed.length, new Set(placed).size]).toEqual([43, 43]);
  await run();
  expect(calls.flatMap(({ to }) => to).sort()).toEqual(readers.map(({ email }) => email).sort());
  expect(await sum()).toMatchObject({ all: 43, audienceSize: 43, counts: { accepted: 43 } });
});

test("sha256 and key are stored before the call is made", async () => {
  const seen: unknown[] = [];
  const { update } = await anAudience(db, 2);
  const { mailing, calls } = aBatchMailing(async (call) => {
    seen.push(...(await batchesOf(db, update)));
    return takeAll(call);
  });
  await runEngine(db, mailing);
  expect(seen).toMatchObject([{ state: "frozen", idempotencyKey: calls[0]?.key }]);
  expect((seen[0] as { bodySha256: Buffer }).bodySha256.toString("hex")).toBe(calls[0]?.sha256);
});

test("a call without an answer is made again with the same key and the same bytes", async () => {
  const { update, calls, run } = await aRun(3, (call, place) => (place === 1 ? unanswered : takeAll(call)));
  await run();
  expect((await mailsOf(db, update)).map(({ state }) => state)).toEqual(["claimed", "claimed", "claimed"]);
  await passTime(db, update);
  await run();
  expect(calls).toHaveLength(2);
  expect(calls[1]).toEqual(calls[0]);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("after a crash in the middle of a call it is made again with the same key and bytes", async () => {
  const { update, calls, run } = await aRun(3, () => {
    throw new Error("killed");
  });
  await expect(run()).rejects.toThrow("killed");
  await passTime(db, update);
  const again = aBatchMailing(takeAll);
  await runEngine(db, again.mailing);
  expect(again.calls).toEqual(calls);
});

test("a batch that would not be the same bytes again is not sent again", async () => {
  const { update, readers, calls, run } = await aRun(3, () => unanswered);
  await run();
  await changeRows(db, supporters, readers[1]?.id ?? 0, { name: "Renamed" });
  await passTime(db, update);
  await run();
  expect(calls).toHaveLength(1);
  expect((await mailsOf(db, update)).map(({ state, problem }) => [state, problem])).toEqual(
    Array(3).fill(["unknown", "changed-meanwhile"]),
  );
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("a batch whose member left while its outcome was open is not resent", async () => {
  for (const leave of [
    (id: number) => revokeConsents(db, { id }),
    (id: number) => db.delete(supporters).where(eq(supporters.id, id)),
  ]) {
    const { update, readers, calls, run, sum } = await aRun(3, () => unanswered);
    await run();
    await leave(readers[0]?.id ?? 0);
    await passTime(db, update);
    await run();
    expect(calls).toHaveLength(1);
    expect(new Set((await mailsOf(db, update)).map(({ state }) => state))).toEqual(new Set(["unknown"]));
    expect(await sum()).toMatchObject({ all: 3, audienceSize: 3 });
  }
});

test("an outcome that stays open for 23 hours is unknown", async () => {
  const { update, calls, run } = await aRun(2, () => unanswered);
  await run();
  await passTime(db, update, 22);
  await run();
  expect(calls).toHaveLength(2);
  await passTime(db, update, 2);
  await run();
  expect(calls).toHaveLength(2);
  expect((await mailsOf(db, update)).map(({ state, problem }) => [state, problem])).toEqual(
    Array(2).fill(["unknown", "too-old-to-repeat"]),
  );
});

test("consent and suppression are checked when a mail is about to go", async () => {
  const { update, readers, mailing, calls, run, named } = await aRun(4);
  const [left, bounced] = readers;
  await startDueUpdates(db, mailing);
  await prepareUpdates(db);
  await pauseByOrganizer(db, named);
  await revokeConsents(db, left);
  const { keyId, digest } = hmac(testKeys, "address", bounced?.emailCanonical ?? "");
  await db.insert(suppressions).values({ addressHmac: digest, keyId, reason: "hard_bounce" });
  await resumeUpdate(db, mailing, named);
  await run();
  expect((await mailsOf(db, update)).map(({ state, problem }) => [state, problem])).toEqual([
    ["skipped", "unsubscribed"],
    ["suppressed", null],
    ["accepted", null],
    ["accepted", null],
  ]);
  expect(calls.flatMap(({ to }) => to)).toEqual(readers.slice(2).map(({ email }) => email));
});

test("one refused address fails, and everyone else in its batch gets the mail", async () => {
  const { update, readers, calls, run } = await aRun(7, (call) =>
    call.names.includes("Reader 4") ? { outcome: "refused", problem: "validation-error" } : takeAll(call),
  );
  await run();
  const mails = await mailsOf(db, update);
  expect(mails.filter(({ state }) => state === "accepted")).toHaveLength(6);
  expect(mails[3]).toMatchObject({ state: "failed", problem: "validation-error" });
  const accepted = calls.filter(({ names }) => !names.includes("Reader 4")).flatMap(({ to }) => to);
  expect(accepted.sort()).toEqual(
    readers
      .filter((_, place) => place !== 3)
      .map(({ email }) => email)
      .sort(),
  );
});

test("a limit is waited for, and the batch remade without those who left", async () => {
  const { update, readers, calls, run } = await aRun(3, (call, place) =>
    place === 1 ? { outcome: "retry-later", after: 7, problem: "rate-limited" } : takeAll(call),
  );
  await run();
  expect(calls).toHaveLength(1);
  expect((await mailsOf(db, update)).map(({ state }) => state)).toEqual(["queued", "queued", "queued"]);
  await revokeConsents(db, readers[2]);
  await passTime(db, update);
  await run();
  expect(calls[1]?.to).toEqual(readers.slice(0, 2).map(({ email }) => email));
  expect(calls[1]?.key).not.toBe(calls[0]?.key);
});

test("a quota that is used up pauses the update and says so; resumed, it continues", async () => {
  const { update, named, calls, run, mailing } = await aRun(2, (call, place) =>
    place === 1
      ? { outcome: "retry-later", after: 3600, problem: "quota-used-up", cause: "quota" }
      : takeAll(call),
  );
  await run();
  expect(await stateOf(db, update)).toMatchObject({
    state: "paused",
    pauseReason: "quota",
    pauseProblem: "quota-used-up",
  });
  await run();
  expect(calls).toHaveLength(1);
  // What was waited for before is due at once.
  await resumeUpdate(db, mailing, named);
  await run();
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("a cancelled update skips what waits and never repeats what is open", async () => {
  const { update, named, calls, run, sum } = await aRun(150, (call) =>
    call.to.length === 100 ? unanswered : { outcome: "retry-later", after: 60, problem: "rate-limited" },
  );
  await run();
  await cancelUpdate(db, named);
  await passTime(db, update);
  await run();
  expect(calls).toHaveLength(2);
  expect(await sum()).toMatchObject({ all: 150, counts: { skipped: 50, unknown: 100 } });
  expect(await stateOf(db, update)).toMatchObject({ state: "cancelled" });
});

test("an update without what it must carry pauses before anything of it goes", async () => {
  const campaign = await aCampaign(db, { ...organization, postalAddress: null });
  await readersOf(db, campaign, 2);
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls).toEqual([]);
  expect(await stateOf(db, update)).toMatchObject({
    state: "paused",
    pauseReason: "not-ready",
    startedAt: null,
  });
  expect(
    await resumeUpdate(db, mailing, {
      campaignId: campaign.id,
      publicId: update.publicId,
      actor: "operator",
    }),
  ).toEqual({ outcome: "not-ready", missing: ["postal-address"] });
});

test("an update of which too much came back before 200 were accepted stops when they are", async () => {
  const { update, readers, run } = await aRun(250, async (call) => {
    if (!call.to.includes(readers[0]?.email ?? "")) return takeAll(call);
    const back = readers.slice(0, 15).map(({ id }) => id);
    await db
      .update(outbox)
      .set({ state: "bounced", problem: "hard-bounce", leaseUntil: null })
      .where(and(eq(outbox.updateId, update.id), inArray(outbox.supporterId, back)));
    return takeAll(call);
  });
  await run();
  expect(await stateOf(db, update)).toMatchObject({ state: "paused", pauseReason: "bounces" });
});

test("a sender that is warming up keeps the cap of the day", async () => {
  const { update, readers, mailing, calls } = await aRun(130);
  const [{ handed } = { handed: 0 }] = await db.$client<{ handed: number }[]>`
    select coalesce(max(handed_over), 0) as handed from bulk_days`;
  const warming = { ...mailing, warmUp: [handed + 120] };
  await runEngine(db, warming);
  expect(calls.flatMap(({ to }) => to)).toHaveLength(120);
  const progress = await readProgress(db, update.id);
  expect(progress.counts).toMatchObject({ accepted: 120, queued: 10 });
  expect(progress.waitsUntil?.getTime()).toBeGreaterThan(Date.now());
  await passTime(db, update);
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to).sort()).toEqual(readers.map(({ email }) => email).sort());
});

test("what was not taken counts for no cap, and two workers together keep it", async () => {
  const handedOver = async () => {
    const [day] = await db.$client<{ mails: number }[]>`
      select coalesce(max(handed_over), 0)::int as mails from bulk_days`;
    return day?.mails ?? 0;
  };
  const before = await handedOver();
  const limited = await aRun(150, () => ({ outcome: "retry-later", after: 60, problem: "rate-limited" }));
  await limited.run();
  expect(await handedOver()).toBe(before);
  await cancelUpdate(db, limited.named);

  const { update, mailing, calls } = await aRun(300);
  const warming = { ...mailing, warmUp: [before + 230] };
  await Promise.all([runEngine(db, warming), runEngine(db, warming)]);
  await runEngine(db, warming);
  expect(new Set(calls.flatMap(({ to }) => to)).size).toBe(230);
  expect((await readProgress(db, update.id)).counts).toMatchObject({ accepted: 230, queued: 70 });
});

test("the words of an update reach its readers", async () => {
  const { update, mailing, calls } = await aRun(2);
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(calls[0]?.names[0]).toContain("Two things happened.");
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("an update citing a retracted claim pauses, and resumes when it is back", async () => {
  const { campaign, update, named } = await anAudience(db, 150);
  const claim = await storeRow(db, claims, {
    campaignId: campaign.id,
    position: 1,
    section: "ask",
    kind: "opinion",
    published: true,
    text: "A sample of an opinion.",
    attribution: "this campaign",
  });
  const cited = await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: new Date("2026-03-03T00:00:00Z"),
    body: "We say:\n\n[claim 1]",
  });
  await db.update(updates).set({ state: "cancelled" }).where(eq(updates.id, update.id));
  const { mailing, calls } = aBatchMailing(takeAll);
  await startDueUpdates(db, mailing);
  await changeRows(db, claims, claim.id, { published: false });
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(calls).toEqual([]);
  expect(await stateOf(db, cited)).toMatchObject({
    state: "paused",
    pauseReason: "not-ready",
    pauseProblem: "words-unreadable",
  });
  expect((await readProgress(db, cited.id)).counts).toMatchObject({ queued: 150, failed: 0 });

  await changeRows(db, claims, claim.id, { published: true });
  await resumeUpdate(db, mailing, { ...named, publicId: cited.publicId });
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(await stateOf(db, cited)).toMatchObject({ state: "sent" });
  expect(calls.flatMap(({ to }) => to)).toHaveLength(150);
});

test("an update with a misleading link is not sent, even if approved", async () => {
  const { campaign, update } = await anAudience(db, 2);
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
  const { update } = await anAudience(db, 1000);
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
    const { update } = await anAudience(db, 20);
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

test("one by one the day's cap counts what was handed over, and no more", async () => {
  const { update, named } = await anAudience(db, 40);
  const [{ before } = { before: 0 }] = await db.$client<{ before: number }[]>`
    select coalesce(max(handed_over), 0)::int as before from bulk_days`;
  let taken = 0;
  const { mailing, tries } = aStubMailing("smtp", () => {
    taken += 1;
    return taken === 10
      ? { outcome: "retry-later", after: 300, problem: "smtp-sign-in-refused", cause: "account" }
      : { outcome: "accepted", providerId: null };
  });
  const warming = { ...mailing, warmUp: [before + 30] };
  await runEngine(db, warming);
  expect(await stateOf(db, update)).toMatchObject({ state: "paused" });
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.updateId, update.id));
  await resumeUpdate(db, warming, named);
  await runEngine(db, warming);
  const progress = await readProgress(db, update.id);
  expect(progress.counts).toMatchObject({ accepted: 30, queued: 10 });
  expect(progress.waitsUntil?.getTime()).toBeGreaterThan(Date.now());
  expect(tries).toHaveLength(31);
});

test("the rate of a transport that takes one at a time is seen before its batch is done", async () => {
  const { update } = await anAudience(db, 40);
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
  const { readers, update, campaign } = await anAudience(db, 5);
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
  await prepareUpdates(db);
  expect(await mailsOf(db, update)).toHaveLength(4);
  expect(await stateOf(db, update)).toMatchObject({ audienceSize: 4 });
});

test("a worker that lost its lease gives nothing back", async () => {
  const { update } = await anAudience(db, 2);
  const { mailing } = aStubMailing("smtp", async () => {
    await changeRows(db, emailBatches, { updateId: update.id }, { attempts: sql`attempts + 1` });
    return { outcome: "accepted", providerId: null };
  });
  await runEngine(db, mailing);
  const [batch] = await batchesOf(db, update);
  expect(batch).toMatchObject({ state: "queued" });
  expect(batch?.leaseUntil).not.toBeNull();
});

test("after a pause no call begins, not even of a batch being claimed", async () => {
  const { update, named } = await anAudience(db, 3);
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
  await pauseByOrganizer(db, named);
  letGo();
  await locked;
  await running;
  expect(calls).toEqual([]);
  expect(await stateOf(db, update)).toMatchObject({ state: "paused" });
  expect((await readProgress(db, update.id)).counts).toMatchObject({ queued: 3 });

  await resumeUpdate(db, mailing, named);
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

// Whose answer counts, and what bounced: rules for updates being sent.

/** An update that has begun; all its emails wait. */
async function aPreparedUpdate(people: number) {
  const scene = await anAudience(db, people);
  const { mailing } = aBatchMailing(takeAll);
  await startDueUpdates(db, mailing);
  await prepareUpdates(db);
  return { ...scene, mailing };
}

async function claim(mailing: Mailing) {
  const { batches } = mailing.transport;
  if (!batches) throw new Error("a transport without batches");
  const claimed = await claimBatch(db, { mailing, batches, writeMails: namesAlone });
  if (claimed.outcome !== "claimed") throw new Error(`nothing was claimed: ${claimed.outcome}`);
  return claimed.batch;
}

const lateAnswers: [string, BatchOutcome][] = [
  ["accepted", { outcome: "accepted", providerIds: ["late-1", "late-2", "late-3"] }],
  ["refused", { outcome: "refused", problem: "validation-error" }],
  ["retry-later", { outcome: "retry-later", after: 60, problem: "rate-limited" }],
  ["quota used up", { outcome: "retry-later", after: 3600, problem: "quota-used-up", cause: "quota" }],
  ["no answer", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["unknown for good", { outcome: "unknown", repeatable: false, problem: "key-used-for-another-text" }],
];

test.each(lateAnswers)(
  "a worker that lost its lease changes nothing by its answer: %s",
  async (_, answer) => {
    const { update, mailing } = await aPreparedUpdate(3);
    const everything = async () => [
      await stateOf(db, update),
      await batchesOf(db, update),
      await db.select().from(outbox).where(eq(outbox.updateId, update.id)).orderBy(outbox.id),
      await db.select().from(bulkDays),
    ];
    const lost = await claim(mailing);
    await passTime(db, update);
    const claimedEmail = await claim(mailing);
    expect([lost.attempts, claimedEmail.attempts, claimedEmail.id]).toEqual([1, 2, lost.id]);

    const before = await everything();
    expect(await recordBatchOutcome(db, lost, answer)).toEqual({ outcome: "not-ours" });
    expect(await everything()).toEqual(before);

    const providerIds = ["first", "second", "third"];
    expect(await recordBatchOutcome(db, claimedEmail, { outcome: "accepted", providerIds })).toEqual({
      outcome: "accepted",
    });
    const settled = await everything();
    expect(await recordBatchOutcome(db, lost, answer)).toEqual({ outcome: "not-ours" });
    expect(await everything()).toEqual(settled);
    expect((await mailsOf(db, update)).map(({ state, providerId }) => [state, providerId])).toEqual(
      providerIds.map((id) => ["accepted", id]),
    );
  },
);

test("a cancelled update's call is given up after its lease, and a late answer changes nothing", async () => {
  const late = { outcome: "accepted", providerIds: ["late-1", "late-2", "late-3"] } as const;
  const { update, named, mailing } = await aPreparedUpdate(3);
  const batch = await claim(mailing);
  await cancelUpdate(db, named);
  expect(await windDownCancelled(db)).toBe(0);
  await passTime(db, update);
  expect(await windDownCancelled(db)).toBe(1);
  const ended = await batchesOf(db, update);
  expect(await recordBatchOutcome(db, batch, late)).toEqual({ outcome: "not-ours" });
  expect(await batchesOf(db, update)).toEqual(ended);
  expect((await mailsOf(db, update)).map(({ state, problem }) => [state, problem])).toEqual(
    Array(3).fill(["unknown", "cancelled"]),
  );
});

const cameBack = [
  { reason: "bounces", state: "bounced", problem: "hard-bounce", before: 30, tooFew: 9 },
  { reason: "complaints", state: "complained", problem: null, before: 2, tooFew: 0 },
] as const;

test.each(cameBack)("after a pause by $reason what came back before does not count again", async (kind) => {
  const { update, named, mailing } = await aPreparedUpdate(401);
  const mails = (await mailsOf(db, update)).map(({ id }) => id);
  const become = (values: Partial<typeof outbox.$inferInsert>, from: number, to: number) =>
    changeRows(db, outbox, inArray(outbox.id, mails.slice(from, to)), values);
  const comeBack = (from: number, to: number) =>
    to > from ? become({ state: kind.state, problem: kind.problem }, from, to) : null;
  const trip = () => db.transaction((tx) => tripBreaker(tx, update.id, new Date()));
  const paused = { state: "paused", pauseReason: kind.reason };

  await become({ state: "accepted" }, 0, 200);
  await comeBack(0, kind.before);
  await trip();
  expect(await stateOf(db, update)).toMatchObject(paused);
  expect(await resumeUpdate(db, mailing, named)).toEqual({ outcome: "resumed" });

  await become({ state: "accepted" }, 200, 399);
  await comeBack(200, 200 + kind.tooFew + 1);
  await trip();
  expect(await stateOf(db, update), "199 accepted are too few to tell").toMatchObject({ state: "sending" });

  await changeRows(db, outbox, mails[200 + kind.tooFew] ?? 0, { state: "accepted", problem: null });
  await become({ state: "accepted" }, 399, 400);
  await trip();
  expect(await stateOf(db, update), "too few came back").toMatchObject({ state: "sending" });

  await comeBack(200, 200 + kind.tooFew + 1);
  await trip();
  expect(await stateOf(db, update)).toMatchObject(paused);
});

test("an update that differs from its approval returns to draft", async () => {
  const { update, named } = await anAudience(db, 1);
  const other = Buffer.alloc(32, 7);
  await db.update(updates).set({ approvedSha256: other }).where(eq(updates.id, update.id));
  await startDueUpdates(db, aBatchMailing(takeAll).mailing);
  const [stored] = await db.select().from(updates).where(eq(updates.id, update.id));
  expect(stored).toMatchObject({ state: "draft", startedAt: null, sendAt: null, approvedAt: null });
  const audit = await db.select().from(auditEntries).where(eq(auditEntries.subject, named.publicId));
  expect(audit).toMatchObject([
    { action: "update-approval-withdrawn", actor: "system", detail: { was: "scheduled" } },
  ]);
});

test("each reader gets their first name or the fallback of the language; no name is a field", async () => {
  const campaign = await aCampaign(db, { ...organization, languages: ["en", "es"] });
  const readers = await readersOf(db, campaign, 4);
  const names = ["Ana Sample", "A. S.", "{first_name|x} & <Co>", "Zoë-Lưu O'Neill"];
  for (const [at, { id }] of readers.entries())
    await changeRows(db, supporters, id, { name: names[at], locale: at === 1 ? "es" : "en" });
  await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: new Date("2026-03-03T00:00:00Z"),
    body: "Thanks, {first_name|friend}.",
    others: [{ locale: "es", subject: "Noticias", body: "Gracias, {first_name|amiga}." }],
  });
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing, createWriter(db, mailing));
  const textOf = (at: number) =>
    calls.flatMap(({ to, names: texts }) => texts.filter((_, n) => to[n] === readers[at]?.email)).join();
  expect(textOf(0)).toContain("Thanks, Ana.");
  expect(textOf(1)).toContain("Gracias, amiga.");
  expect(textOf(2)).toContain("Thanks, friend.");
  expect(textOf(0)).toContain("Dear Ana,");
  expect(textOf(1)).toContain("Hola, amigo o amiga:");
  expect(textOf(2)).toContain("Dear friend,");
  expect(calls.flatMap(({ names: texts }) => texts).join()).not.toMatch(/first_name|A\. S\.|<Co>/);
  expect(textOf(3)).toContain("Thanks, Zoë-Lưu.");
});

test("an update has its own greeting in one language and none in the other", async () => {
  const campaign = await aCampaign(db, { ...organization, languages: ["en", "es"] });
  const readers = await readersOf(db, campaign, 2);
  for (const [at, { id }] of readers.entries())
    await changeRows(db, supporters, id, { name: "Ana Sample", locale: at === 1 ? "es" : "en" });
  const update = await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: new Date("2026-03-03T00:00:00Z"),
    greeting: "Good morning, {first_name|all}!",
    others: [{ locale: "es", subject: "Noticias", body: "Pasaron dos cosas.", greeting: "" }],
  });
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing, createWriter(db, mailing));
  const textOf = (at: number) =>
    calls.flatMap(({ to, names: texts }) => texts.filter((_, n) => to[n] === readers[at]?.email)).join();
  expect(textOf(0)).toContain("Good morning, Ana!\n\nTwo things happened.");
  expect(textOf(1)).toContain("Pasaron dos cosas.");
  expect(textOf(0) + textOf(1)).not.toMatch(/Dear|Hola/);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("an update whose greeting differs from what was approved is not sent", async () => {
  const { update, calls, run } = await aRun(1);
  await db.execute(sql`alter table update_texts disable trigger update_texts_kept`);
  await db.execute(sql`update update_texts set greeting = 'Hello,' where update_id = ${update.id}`);
  await db.execute(sql`alter table update_texts enable trigger update_texts_kept`);
  await run();
  expect(calls).toEqual([]);
  expect(await stateOf(db, update)).toMatchObject({ state: "draft" });
});
