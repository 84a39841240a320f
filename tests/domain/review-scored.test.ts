import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import type { Trace } from "#app/domain/entries/trace.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { sweepTraces } from "#app/domain/review/scoring/sweep-traces.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import {
  addressDayKeys,
  outbox,
  signatureReviews,
  signatures,
  signatureTraces,
  supporters,
  traceGroups,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const nobody: Trace = { network: null, honeypot: false, foreignLanguage: false, proof: "not-asked" };
let people = 0;

async function signed(
  campaign: { id: number; petitionVersion: number },
  {
    at = new Date(),
    to = `scored-${++people}x@example.org`,
    ...trace
  }: Partial<Trace> & { at?: Date; to?: string } = {},
) {
  await sign(db, aSignatureInput(campaign, { to, trace: { ...nobody, ...trace } }), at);
  const [row] = await db
    .select({ id: signatures.id, publicId: signatures.publicId, supporterId: signatures.supporterId })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, to));
  if (!row) throw new Error("nobody signed");
  return row;
}

const stateOf = async ({ id }: { id: number }) =>
  (await db.select({ state: signatures.state }).from(signatures).where(eq(signatures.id, id)))[0]?.state;
const reviewOf = async ({ id }: { id: number }) =>
  (await db.select().from(signatureReviews).where(eq(signatureReviews.signatureId, id)))[0];

test("a suspicious signature is held once confirmed, and its owner sees nothing", async () => {
  const campaign = await aCampaign(db);
  const [bot, person] = [await signed(campaign, { honeypot: true }), await signed(campaign)];
  expect((await scoreSignatures(db)).onHold).toBe(1);
  expect(await reviewOf(bot)).toMatchObject({ reasons: ["honeypot"], score: 100, waiting: false });
  for (const { publicId } of [bot, person])
    expect(await confirmSignature(db, testKeys, publicId)).toEqual({ outcome: "confirmed", publicId });
  expect([await stateOf(bot), await stateOf(person)]).toEqual(["quarantined", "confirmed"]);
  expect(await reviewOf(bot)).toMatchObject({ waiting: true, main: "honeypot" });
  expect((await findSignature(db, bot.publicId))?.state).toBe("confirmed");
  const mails = async ({ id }: { id: number }) =>
    (await db.select({ template: outbox.template }).from(outbox).where(eq(outbox.signatureId, id))).map(
      ({ template }) => template,
    );
  expect(await mails(bot)).toEqual(await mails(person));
  expect(await listCounterDrift(db)).toEqual([]);
});

test("counted signatures are held once many alike arrive, and the count follows", async () => {
  const campaign = await aCampaign(db);
  const start = new Date("2026-09-10T08:00:00Z").getTime();
  const all = [];
  for (let i = 0; i < 60; i++) {
    const at = new Date(start + i * 40_000);
    const one = await signed(campaign, { network: "198.51.100", at });
    await confirmSignature(db, testKeys, one.publicId, new Date(at.getTime() + 90_000));
    all.push(one);
    if (i % 10 === 0) await scoreSignatures(db);
  }
  await scoreSignatures(db);
  const states = await db
    .select({ state: signatures.state, n: sql<number>`count(*)::int` })
    .from(signatures)
    .where(
      inArray(
        signatures.id,
        all.map(({ id }) => id),
      ),
    )
    .groupBy(signatures.state);
  expect(states).toEqual([{ state: "quarantined", n: 60 }]);
  expect((await reviewOf(all[0] as { id: number }))?.reasons).toContain("series");
  expect(await listCounterDrift(db)).toEqual([]);
});

test("of a crowd that comes while scoring is behind, each is scored twice at most", async () => {
  const campaign = await aCampaign(db);
  const crowd = [];
  for (let n = 0; n < 40; n++) crowd.push(await signed(campaign, { network: "192.0.2.77" }));
  await scoreSignatures(db, { atOnce: 4 });
  const traces = await db
    .select({ rescores: signatureTraces.rescores, scoredAt: signatureTraces.scoredAt })
    .from(signatureTraces)
    .where(
      inArray(
        signatureTraces.signatureId,
        crowd.map(({ id }) => id),
      ),
    );
  expect(traces.filter(({ scoredAt }) => scoredAt === null)).toEqual([]);
  expect(Math.max(...traces.map(({ rescores }) => rescores))).toBe(1);
});

test("an address is stored as a hash of one day, deleted after 7 days", async () => {
  const campaign = await aCampaign(db);
  const day = (n: number) => new Date(`2026-08-0${n}T12:00:00Z`);
  const [one, same, next] = [
    await signed(campaign, { network: "203.0.113", at: day(1) }),
    await signed(campaign, { network: "203.0.113", at: day(1) }),
    await signed(campaign, { network: "203.0.113", at: day(2) }),
  ];
  await scoreSignatures(db, { now: day(2) });
  const block = async ({ id }: { id: number }) =>
    (await db.select().from(signatureTraces).where(eq(signatureTraces.signatureId, id)))[0]?.block?.toString(
      "hex",
    );
  expect(await block(one)).toMatch(/^[0-9a-f]{32}$/);
  expect(await block(one)).toBe(await block(same));
  expect(await block(one)).not.toBe(await block(next));
  const left = async () => [
    await db.$count(signatureTraces, inArray(signatureTraces.signatureId, [one.id, same.id, next.id])),
    await db.$count(traceGroups, inArray(traceGroups.signatureId, [one.id, same.id, next.id])),
    await db.$count(addressDayKeys, inArray(addressDayKeys.day, ["2026-08-01", "2026-08-02"])),
  ];
  const [traces, groups, keys] = await left();
  expect([traces, keys]).toEqual([3, 2]);
  expect(groups).toBeGreaterThan(3);
  await sweepTraces(db, new Date("2026-08-08T12:00:01Z"));
  expect((await left())[0]).toBe(1);
  await sweepTraces(db, new Date("2026-08-09T12:00:01Z"));
  expect(await left()).toEqual([0, 0, 0]);
});

test("who withdraws or is erased while held leaves the queue, and no trace", async () => {
  const campaign = await aCampaign(db);
  const [one, two] = [await signed(campaign, { honeypot: true }), await signed(campaign, { honeypot: true })];
  await scoreSignatures(db);
  for (const { publicId } of [one, two]) await confirmSignature(db, testKeys, publicId);
  expect(await withdrawSignature(db, { ...one })).toEqual({ outcome: "withdrawn" });
  expect(await reviewOf(one)).toMatchObject({ waiting: false });
  await scoreSignatures(db);
  expect(await stateOf(one)).toBe("withdrawn");
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const [person] = await db.select().from(supporters).where(eq(supporters.id, two.supporterId));
  await eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" });
  expect(await reviewOf(two)).toBeUndefined();
  expect(await db.$count(traceGroups, eq(traceGroups.signatureId, two.id))).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a decision is kept, with any later score", async () => {
  const campaign = await aCampaign(db);
  const kept = await signed(campaign, { honeypot: true });
  await scoreSignatures(db);
  await db
    .update(signatureReviews)
    .set({ state: "kept", decidedAt: new Date() })
    .where(eq(signatureReviews.signatureId, kept.id));
  await confirmSignature(db, testKeys, kept.publicId);
  await scoreSignatures(db);
  expect(await stateOf(kept)).toBe("confirmed");
});

test("scoring while people confirm, in two workers, waits for nobody in a circle", async () => {
  const campaign = await aCampaign(db);
  const all = [];
  for (let i = 0; i < 60; i++)
    all.push(await signed(campaign, { network: "192.0.2", honeypot: i % 2 === 0 }));
  await Promise.all([
    scoreSignatures(db),
    scoreSignatures(db),
    ...all.map(({ publicId }) => confirmSignature(db, testKeys, publicId)),
  ]);
  await scoreSignatures(db);
  const onHold = await db.$count(
    signatures,
    sql`${signatures.campaignId} = ${campaign.id} and ${signatures.state} = 'quarantined'`,
  );
  expect(onHold).toBeGreaterThanOrEqual(30);
  expect(await listCounterDrift(db)).toEqual([]);
});
