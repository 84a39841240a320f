// Whose answer counts, and what bounced: rules for updates being sent.
import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimBatch } from "#app/domain/outbox/batches/claim-batch.server.ts";
import { recordBatchOutcome } from "#app/domain/outbox/batches/record-batch-outcome.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { prepareUpdate } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import {
  startDueUpdates,
  tripBreaker,
  windDownCancelled,
} from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import { auditEntries, bulkDays, outbox, updates } from "#db/schema/index.ts";
import { aCampaign, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  aDueUpdate,
  batchesOf,
  mailsOf,
  namesAlone,
  passTime,
  readersOf,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";

const db = await aDatabase();

/** A due update with readers, and its id for commands. */
async function anAudience(people: number) {
  const campaign = await aCampaign(db, organization);
  const readers = await readersOf(db, campaign, people);
  const update = await aDueUpdate(db, campaign);
  const named = { campaignId: campaign.id, publicId: update.publicId, actor: "operator" } as const;
  return { readers, update, named };
}

/** An update that has begun; all its emails wait. */
async function aPreparedUpdate(people: number) {
  const scene = await anAudience(people);
  const { mailing } = aBatchMailing(takeAll);
  await startDueUpdates(db, mailing);
  while (await prepareUpdate(db));
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

test.each(lateAnswers)(
  "a cancelled update's call is given up when its lease is over, and a late answer changes nothing: %s",
  async (_, answer) => {
    const { update, named, mailing } = await aPreparedUpdate(3);
    const batch = await claim(mailing);
    await cancelUpdate(db, named);
    expect(await windDownCancelled(db)).toBe(0);
    await passTime(db, update);
    expect(await windDownCancelled(db)).toBe(1);
    const ended = await batchesOf(db, update);
    expect(await recordBatchOutcome(db, batch, answer)).toEqual({ outcome: "not-ours" });
    expect(await batchesOf(db, update)).toEqual(ended);
    expect((await mailsOf(db, update)).map(({ state, problem }) => [state, problem])).toEqual(
      Array(3).fill(["unknown", "cancelled"]),
    );
  },
);

const cameBack = [
  { reason: "bounces", state: "bounced", problem: "hard-bounce", before: 30, tooFew: 9 },
  { reason: "complaints", state: "complained", problem: null, before: 2, tooFew: 0 },
] as const;

test.each(cameBack)("after a pause by $reason what came back before does not count again", async (kind) => {
  const { update, named, mailing } = await aPreparedUpdate(401);
  const mails = (await mailsOf(db, update)).map(({ id }) => id);
  const become = (values: Partial<typeof outbox.$inferInsert>, from: number, to: number) =>
    db
      .update(outbox)
      .set(values)
      .where(inArray(outbox.id, mails.slice(from, to)));
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

  await db
    .update(outbox)
    .set({ state: "accepted", problem: null })
    .where(eq(outbox.id, mails[200 + kind.tooFew] ?? 0));
  await become({ state: "accepted" }, 399, 400);
  await trip();
  expect(await stateOf(db, update), "too few came back").toMatchObject({ state: "sending" });

  await comeBack(200, 200 + kind.tooFew + 1);
  await trip();
  expect(await stateOf(db, update)).toMatchObject(paused);
});

test("an update that differs from its approval returns to draft", async () => {
  const { update, named } = await anAudience(1);
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
