import { inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { signatures, signatureTraces } from "#db/schema/index.ts";
import { aCampaign, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { scoredIn } from "#tests/support/scored.ts";

const db = await aDatabase();
const { signed } = scoredIn(db);

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

test("of a crowd that comes while scoring is behind, each is scored twice at most", async () => {
  const campaign = await aCampaign(db);
  const crowd = [];
  for (let n = 0; n < 40; n++) {
    const one = await signed(campaign, { network: "192.0.2.77" });
    await confirmSignature(db, testKeys, one.publicId);
    crowd.push(one);
  }
  await scoreSignatures(db, { atOnce: 4 });
  const traces = await rowsIn(
    db,
    signatureTraces,
    inArray(
      signatureTraces.signatureId,
      crowd.map(({ id }) => id),
    ),
  );
  expect(traces.filter(({ scoredAt }) => scoredAt === null)).toEqual([]);
  expect(Math.max(...traces.map(({ rescores }) => rescores))).toBe(1);
});
