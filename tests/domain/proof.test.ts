import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";
import { askForProof, spendProof } from "#app/domain/review/scoring/proof.server.ts";
import { sweepTraces } from "#app/domain/review/scoring/traces.server.ts";
import { countBounces, isBouncing, isUnderAttack } from "#app/domain/review/scoring/under-attack.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { activityHours, outbox, spentProofs } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const solve = async (asked: string) => {
  const challenge = JSON.parse(asked) as Challenge;
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
};
const minutesOn = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("a proof opens one campaign once, until it expires, and a new secret leaves it good", async () => {
  const solved = JSON.stringify(await solve(await askForProof(testKeys, 7)));
  const before = await db.$count(spentProofs);
  const take = (campaignId: number, proof: string, now?: Date, keys = testKeys) =>
    spendProof(db, keys, { campaignId, proof }, now);
  expect(await take(8, solved)).toBe(false);
  expect(await take(7, solved, minutesOn(21))).toBe(false);
  expect(await take(7, solved, undefined, makeKeys(["another-secret-for-tests-that-is-long-1"]))).toBe(false);
  const both = await Promise.all([take(7, solved), take(7, solved)]);
  expect(both.sort()).toEqual([false, true]);
  expect(await take(7, solved)).toBe(false);

  const secrets = ["a-newer-secret-for-tests-that-is-long-1", "an-older-secret-for-tests-that-is-long-1"];
  const older = JSON.stringify(await solve(await askForProof(makeKeys(secrets.slice(1)), 7)));
  expect(await take(7, older, undefined, makeKeys(secrets))).toBe(true);
  expect(await db.$count(spentProofs)).toBe(before + 2);
  await sweepTraces(db, minutesOn(21));
  expect(await db.$count(spentProofs)).toBe(0);
});

test("a forged, cheap, foreign or missing proof opens nothing", async () => {
  const { challenge, solution } = await solve(await askForProof(testKeys, 7));
  const { parameters, signature } = challenge;
  const changed = (change: object) => ({
    challenge: { signature, parameters: { ...parameters, ...change } },
    solution,
  });
  const own = JSON.parse(
    await askForProof(makeKeys(["a-secret-that-somebody-made-up-000001"]), 7),
  ) as Challenge;
  const forged: unknown[] = [
    changed({ cost: 1 }),
    changed({ keyPrefix: "00" }),
    changed({ data: { campaign: 7, more: 1 } }),
    changed({ expiresAt: 4_000_000_000 }),
    { challenge: { parameters, signature: "00".repeat(32) }, solution },
    { challenge, solution: { ...solution, derivedKey: "00".repeat(32) } },
    { challenge: own, solution: await solveChallenge({ challenge: own, deriveKey }) },
    { challenge },
    "",
    null,
  ];
  for (const one of forged) {
    const proof = typeof one === "string" ? one : JSON.stringify(one);
    expect([proof, await spendProof(db, testKeys, { campaignId: 7, proof })]).toEqual([proof, false]);
  }
  expect(
    await spendProof(db, testKeys, { campaignId: 7, proof: JSON.stringify({ challenge, solution }) }),
  ).toBe(true);
});

test("fifty held signatures in ten minutes are an attack on that campaign", async () => {
  const [attacked, calm] = [await aCampaign(db), await aCampaign(db)];
  for (let n = 0; n < 49; n++) await aSignatureOnHold(db, attacked);
  expect(await isUnderAttack(db, attacked.id)).toBe(false);
  await aSignatureOnHold(db, attacked);
  expect(await isUnderAttack(db, attacked.id, minutesOn(1))).toBe(true);
  expect(await isUnderAttack(db, calm.id, minutesOn(1))).toBe(false);
  expect(await isUnderAttack(db, attacked.id, minutesOn(12))).toBe(false);
});

test("twenty confirmation emails that bounce, a tenth of all, ask every form for a proof", async () => {
  const [bounced, calm] = [await aCampaign(db), await aCampaign(db)];
  const bounce = async (template: string, settledAt = new Date()) => {
    const { signature } = await aStoredSignature(db, bounced, { state: "pending" });
    const { id: signatureId, supporterId } = signature;
    const of = { campaignId: bounced.id, supporterId, signatureId, template, settledAt };
    await db.insert(outbox).values({ ...of, state: "bounced", problem: "hard-bounce" });
  };
  for (let n = 0; n < 19; n++) await bounce("confirm-signature");
  await bounce("receipt");
  await bounce("confirm-signature", minutesOn(-31));
  expect(await isBouncing(db, bounced.id)).toBe(false);
  await bounce("confirm-reminder");
  expect(await isBouncing(db, bounced.id, minutesOn(0.2))).toBe(true);
  expect(await isBouncing(db, calm.id, minutesOn(0.2))).toBe(false);
  expect(await countBounces(db, bounced.id, minutesOn(31))).toBe(0);

  const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  const sent = {
    campaignId: bounced.id,
    measure: "mail" as const,
    hour,
    value: "confirmation accepted",
    slot: 0,
  };
  await db.insert(activityHours).values({ ...sent, n: 200 });
  expect(await countBounces(db, bounced.id)).toBe(20);
  await db.insert(activityHours).values({ ...sent, slot: 1, n: 1 });
  expect(await countBounces(db, bounced.id)).toBe(0);
});
