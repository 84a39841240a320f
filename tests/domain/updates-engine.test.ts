import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { createWriter } from "#app/domain/outbox/batches/write-mails.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { prepareUpdate } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import { consents, outbox, supporters, suppressions } from "#db/schema/index.ts";
import { aCampaign, organization, testKeys } from "#tests/support/builders.ts";
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

const db = await aDatabase();
const aReadyCampaign = () => aCampaign(db, organization);
const unanswered: BatchOutcome = { outcome: "unknown", repeatable: true, problem: "no-answer" };

/** A due update with readers, and ways to run the engine on it. */
async function aRun(people: number, answer: Parameters<typeof aBatchMailing>[0] = takeAll) {
  const campaign = await aReadyCampaign();
  const readers = await readersOf(db, campaign, people);
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(answer);
  const sum = async () => {
    const { counts, audienceSize } = await readProgress(db, update.id);
    return { all: Object.values(counts).reduce((a, b) => a + b, 0), audienceSize, counts };
  };
  return { campaign, readers, update, mailing, calls, sum, run: () => runEngine(db, mailing) };
}

test("everyone who agreed gets an update once, in calls of a hundred", async () => {
  const { readers, update, calls, run, sum } = await aRun(250);
  await run();
  expect(calls.map(({ to }) => to.length).sort()).toEqual([100, 100, 50]);
  expect(calls.flatMap(({ to }) => to).sort()).toEqual(readers.map(({ email }) => email).sort());
  expect(
    (await mailsOf(db, update)).every(({ state, providerId }) => state === "accepted" && providerId),
  ).toBe(true);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent", audienceSize: 250 });
  expect(await sum()).toMatchObject({ all: 250, audienceSize: 250, counts: { accepted: 250 } });

  await run();
  expect(calls).toHaveLength(3);
});

test("sha256 and key are stored before the call is made", async () => {
  const seen: unknown[] = [];
  const campaign = await aReadyCampaign();
  await readersOf(db, campaign, 2);
  const update = await aDueUpdate(db, campaign);
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
  await db
    .update(supporters)
    .set({ name: "Renamed" })
    .where(eq(supporters.id, readers[1]?.id ?? 0));
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
    (id: number) => db.update(consents).set({ revokedAt: new Date() }).where(eq(consents.supporterId, id)),
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
  const { update, readers, mailing, calls, run, campaign } = await aRun(4);
  const [left, bounced] = readers;
  const which = { campaignId: campaign.id, publicId: update.publicId, actor: "operator" } as const;
  await startDueUpdates(db, mailing);
  while (await prepareUpdate(db));
  await pauseByOrganizer(db, which);
  await db
    .update(consents)
    .set({ revokedAt: new Date() })
    .where(eq(consents.supporterId, left?.id ?? 0));
  const { keyId, digest } = hmac(testKeys, "address", bounced?.emailCanonical ?? "");
  await db.insert(suppressions).values({ addressHmac: digest, keyId, reason: "hard_bounce" });
  await resumeUpdate(db, mailing, which);
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
  await db
    .update(consents)
    .set({ revokedAt: new Date() })
    .where(eq(consents.supporterId, readers[2]?.id ?? 0));
  await passTime(db, update);
  await run();
  expect(calls[1]?.to).toEqual(readers.slice(0, 2).map(({ email }) => email));
  expect(calls[1]?.key).not.toBe(calls[0]?.key);
});

test("a quota that is used up pauses the update and says so; resumed, it continues", async () => {
  const { update, campaign, calls, run, mailing } = await aRun(2, (call, place) =>
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
  await passTime(db, update);
  await run();
  expect(calls).toHaveLength(1);
  await resumeUpdate(db, mailing, { campaignId: campaign.id, publicId: update.publicId, actor: "operator" });
  await run();
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("a cancelled update skips what waits and never repeats what is open", async () => {
  const { update, campaign, calls, run, sum } = await aRun(150, (call) =>
    call.to.length === 100 ? unanswered : { outcome: "retry-later", after: 60, problem: "rate-limited" },
  );
  await run();
  await cancelUpdate(db, { campaignId: campaign.id, publicId: update.publicId, actor: "operator" });
  await passTime(db, update);
  await run();
  expect(calls).toHaveLength(2);
  expect(await sum()).toMatchObject({ all: 150, counts: { skipped: 50, unknown: 100 } });
  expect(await stateOf(db, update)).toMatchObject({ state: "cancelled" });
});

test("two workers at once send every mail once", async () => {
  const campaign = await aReadyCampaign();
  const readers = await readersOf(db, campaign, 400);
  const update = await aDueUpdate(db, campaign);
  const one = aBatchMailing(takeAll);
  const two = aBatchMailing(takeAll);
  await Promise.all([runEngine(db, one.mailing), runEngine(db, two.mailing)]);
  await runEngine(db, one.mailing);
  const sent = [...one.calls, ...two.calls].flatMap(({ to }) => to);
  expect(sent.sort()).toEqual(readers.map(({ email }) => email).sort());
  expect(await stateOf(db, update)).toMatchObject({ state: "sent", audienceSize: 400 });
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
  await cancelUpdate(db, {
    campaignId: limited.campaign.id,
    publicId: limited.update.publicId,
    actor: "operator",
  });

  const { update, mailing, calls } = await aRun(300);
  const warming = { ...mailing, warmUp: [before + 230] };
  await Promise.all([runEngine(db, warming), runEngine(db, warming)]);
  await runEngine(db, warming);
  expect(calls.flatMap(({ to }) => to)).toHaveLength(230);
  expect((await readProgress(db, update.id)).counts).toMatchObject({ accepted: 230, queued: 70 });
});

test("the words of an update reach its readers", async () => {
  const { update, mailing, calls } = await aRun(2);
  await runEngine(db, mailing, createWriter(db, mailing));
  expect(calls[0]?.names[0]).toContain("Two things happened.");
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});
