import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { SignInput } from "#app/domain/signatures/sign.server.ts";
import { sign } from "#app/domain/signatures/sign.server.ts";
import {
  consents,
  deliveries,
  signatures,
  signatureTraces,
  supporters,
  waitingForms,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";

const db = await aDatabase();
const post = (input: SignInput) => sign(db, testKeys, input);

/** Every person of a campaign with how many of each thing are stored about them. */
const storedOf = async (campaignId: number) => {
  const people = await db
    .select({ email: supporters.email, id: supporters.id, signature: signatures.id })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(signatures.campaignId, campaignId))
    .orderBy(supporters.email);
  return Promise.all(
    people.map(async ({ email, id, signature }) => [
      email,
      await db.$count(consents, eq(consents.supporterId, id)),
      await db.$count(signatureTraces, eq(signatureTraces.signatureId, signature)),
      await db.$count(deliveries, eq(deliveries.signatureId, signature)),
    ]),
  );
};

test("everyone who signs at one moment is stored whole, each with their consents, trace and email", async () => {
  const campaign = await aCampaign(db);
  const consented = { consents: ["sign", "updates"] as const };
  const people = Array.from({ length: 40 }, (_, n) => `together-${100 + n}@example.org`);
  await Promise.all(people.map((to) => post(aSignatureInput(campaign, { to, ...consented }))));
  expect(await storedOf(campaign.id)).toEqual(people.map((to) => [to, 2, 1, 1]));
  expect(await db.$count(waitingForms)).toBe(0);
});

test("a signature that the database refuses is refused alone", async () => {
  const campaign = await aCampaign(db);
  const people = Array.from({ length: 20 }, (_, n) => `refused-${100 + n}@example.org`);
  const ends = await Promise.allSettled(
    people.map((to, n) =>
      post(aSignatureInput(campaign, { to, ...(n === 9 ? { comment: "x".repeat(1001) } : {}) })),
    ),
  );
  expect(ends.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([9]);
  expect(await storedOf(campaign.id)).toEqual(people.filter((_, n) => n !== 9).map((to) => [to, 1, 1, 1]));
});

test("a known address waits sealed for the worker, and is answered by the same statement as a new one", async () => {
  const campaign = await aCampaign(db);
  const known = aSignatureInput(campaign, { to: "known-here@example.org" });
  await post(known);
  const again = { ...known, name: "Words that nobody reads here" };
  await Promise.all([post(again), post(aSignatureInput(campaign, { to: "new-here@example.org" }))]);

  expect(await storedOf(campaign.id)).toEqual([
    ["known-here@example.org", 1, 1, 1],
    ["new-here@example.org", 1, 1, 1],
  ]);
  expect(await db.select({ kind: waitingForms.kind }).from(waitingForms)).toEqual([{ kind: "signature" }]);
  expect(await everythingStored(db)).not.toContain("Words that nobody");
  await db.delete(waitingForms);
});

test("of one address twice in a group the first is stored and the second waits", async () => {
  const campaign = await aCampaign(db);
  const twice = ["A", "B", "C", "D", "E"].map((name) =>
    aSignatureInput(campaign, { to: "twice@example.org", name }),
  );
  await Promise.all(twice.map(post));
  expect(await storedOf(campaign.id)).toEqual([["twice@example.org", 1, 1, 1]]);
  expect(await db.$count(waitingForms)).toBe(4);
  await db.delete(waitingForms);
});

test("groups with the same addresses in another order do not block each other", async () => {
  const campaign = await aCampaign(db);
  for (let round = 0; round < 20; round++) {
    const people = Array.from({ length: 30 }, (_, n) => `round-${round}-${100 + n}@example.org`);
    const inputs = [...people, ...people.toReversed()].map((to) => aSignatureInput(campaign, { to }));
    await Promise.all(inputs.map(post));
  }
  expect(await db.$count(signatures, eq(signatures.campaignId, campaign.id))).toBe(600);
  await db.delete(waitingForms);
});
