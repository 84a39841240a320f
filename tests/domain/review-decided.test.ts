import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { decideReviews, undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import { countReviews, listReviews } from "#app/domain/review/list-reviews.server.ts";
import { invalidatedADay, type ReviewDecision, type ReviewState } from "#app/domain/review/review.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { auditEntries, signatures } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";

const db = await aDatabase();

async function aScene() {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role: "reviewer" });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const actor = `organizer:${organizer.id}` as const;
  const hold = (values = {}) => aSignatureOnHold(db, campaign, values);
  const decide = (
    decision: ReviewDecision,
    onHold: readonly { review: { publicId: string } }[],
    at = new Date(),
  ) =>
    decideReviews(
      db,
      { campaignId: campaign.id, actor, decision, reviews: onHold.map(({ review }) => review.publicId) },
      at,
    );
  const listed = async (state: ReviewState, reason: "honeypot" | "block" | null = null) =>
    (await listReviews(db, scope, { state, reason, after: null })).reviews.map(({ publicId }) => publicId);
  return { campaign, scope, actor, hold, decide, listed };
}

const stateOf = async ({ signature }: { signature: { id: number } }) =>
  (await db.select({ state: signatures.state }).from(signatures).where(eq(signatures.id, signature.id)))[0]
    ?.state;
const idsOf = (onHold: readonly { review: { publicId: string } }[]) =>
  onHold.map(({ review }) => review.publicId);

test("kept signatures count at once, and decisions can be undone or changed", async () => {
  const { campaign, scope, hold, decide, listed } = await aScene();
  const [one, two] = [await hold(), await hold({ reasons: ["block", "quick"] })];
  expect(await listed("queued")).toEqual(idsOf([one, two]));
  expect(await listed("queued", "block")).toEqual(idsOf([two]));
  expect((await countReviews(db, scope)).reasons).toMatchObject({ honeypot: 1, block: 1, quick: 0 });
  const counted = async () => (await readCounts(db, campaign.id)).signatures;
  expect(await counted()).toBe(0);

  const { at } = await decide("keep", [one]);
  await decide("invalidate", [two]);
  expect([await stateOf(one), await stateOf(two)]).toEqual(["confirmed", "invalidated"]);
  expect(await counted()).toBe(1);
  expect(await listed("queued")).toEqual([]);
  expect(await undoReviews(db, { ...scope, at })).toBe(1);
  expect(await stateOf(one)).toBe("quarantined");
  expect(await listed("queued")).toEqual(idsOf([one]));

  const after = await decide("keep", [two]);
  expect([await stateOf(two), await counted()]).toEqual(["confirmed", 1]);
  expect(await undoReviews(db, { ...scope, at: after.at })).toBe(1);
  expect(await stateOf(two)).toBe("invalidated");
  expect(await listed("invalidated")).toEqual(idsOf([two]));
  expect(await listCounterDrift(db)).toEqual([]);
});

test("one reviewer's daily invalidations are limited, keeping is not", async () => {
  const { scope, hold, decide, listed } = await aScene();
  const onHold = [];
  for (let n = 0; n < invalidatedADay + 2; n += 1) onHold.push(await hold());
  const [first, rest, last] = [onHold.slice(0, 60), onHold.slice(60, invalidatedADay), onHold.slice(-2)];
  expect(await decide("invalidate", first)).toMatchObject({ decided: 60 });
  // Two concurrent requests do not exceed it together.
  const both = await Promise.all([decide("invalidate", rest), decide("invalidate", [...rest, ...last])]);
  expect(both.filter(({ tooMany }) => tooMany)).toHaveLength(1);
  expect((await countReviews(db, scope)).states.invalidated).toBeLessThanOrEqual(invalidatedADay);
  await decide("invalidate", rest);
  expect(await decide("invalidate", last)).toMatchObject({ decided: 0, tooMany: true });
  expect(await listed("queued")).toEqual(idsOf(last));
  expect(await decide("keep", last)).toMatchObject({ decided: 2 });
  const tomorrow = new Date(Date.now() + 25 * 3_600_000);
  expect(await decide("invalidate", last, tomorrow)).toMatchObject({ decided: 2, tooMany: false });
});

test("an undo restores nobody who withdrew since, and ends after ten minutes", async () => {
  const { scope, hold, decide } = await aScene();
  const [gone, late] = [await hold(), await hold()];
  const { at } = await decide("keep", [gone]);
  const { supporter, signature } = gone;
  await withdrawSignature(db, { supporterId: supporter.id, publicId: signature.publicId });
  expect(await undoReviews(db, { ...scope, at })).toBe(0);
  expect(await stateOf(gone)).toBe("withdrawn");
  expect(await decide("invalidate", [gone])).toMatchObject({ decided: 0 });
  const then = new Date(Date.now() - 11 * 60_000);
  await decide("keep", [late], then);
  expect(await undoReviews(db, { ...scope, at: then })).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("organizers decide only on their campaign, with the right, logged unnamed", async () => {
  const { campaign, scope, hold, decide, listed } = await aScene();
  const other = await aScene();
  const onHold = await hold();
  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  expect(await other.decide("keep", [onHold])).toMatchObject({ decided: 0 });
  const reviews = [onHold.review.publicId];
  const actor = `organizer:${viewer.id}` as const;
  const asViewer = { campaignId: campaign.id, actor, decision: "keep" as const, reviews };
  expect(await decideReviews(db, asViewer)).toMatchObject({ decided: 0 });
  const { campaignId } = scope;
  const asForeigner = { campaignId, actor: other.actor, decision: "keep" as const, reviews };
  expect(await decideReviews(db, asForeigner)).toMatchObject({ decided: 0 });
  expect(
    (
      await listReviews(
        db,
        { campaignId, organizerId: viewer.id },
        { state: "queued", reason: null, after: null },
      )
    ).reviews,
  ).toEqual([]);
  expect(await stateOf(onHold)).toBe("quarantined");
  const { at } = await decide("invalidate", [onHold]);
  expect(await undoReviews(db, { ...other.scope, at })).toBe(0);
  expect(await listed("invalidated")).toEqual(idsOf([onHold]));
  const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  expect(entry).toMatchObject({
    action: "signatures-reviewed",
    campaignId,
    detail: { decision: "invalidate", signatures: 1 },
  });
  expect(JSON.stringify(entry)).not.toContain(onHold.supporter.email);
});
