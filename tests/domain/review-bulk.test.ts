import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rightsOf } from "#app/domain/access/organizer.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import type { BulkConditions } from "#app/domain/review/bulk/bulk.ts";
import { countInTime, previewBulk } from "#app/domain/review/bulk/bulk-matching.server.ts";
import { approveBulk, askBulk, cancelBulk, undoBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import { listBulks, listReviewBlocks } from "#app/domain/review/bulk/list-bulks.server.ts";
import { decideReviews } from "#app/domain/review/decide-reviews.server.ts";
import { sweepTraces } from "#app/domain/review/scoring/traces.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { runBulks } from "#app/tasks/index.ts";
import {
  addressDayKeys,
  auditEntries,
  bulkInvalidations,
  campaignOrganizers,
  campaigns,
  corrections,
  signatures,
  supporters,
  traceGroups,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const any: BulkConditions = {
  reason: null,
  domain: null,
  country: null,
  source: null,
  block: null,
  from: null,
  to: null,
};

async function aScene(approvers = 2) {
  const campaign = await aCampaign(db);
  const team: { id: string }[] = [];
  for (let i = 0; i < approvers; i++) team.push(await anOrganizer(db, { campaign }));
  const on = (i: number) => ({ campaignId: campaign.id, actor: `organizer:${team[i]?.id}` as const });
  const states = async () =>
    (await rowsIn(db, signatures, { campaignId: campaign.id })).map(({ state }) => state);
  const notes = async () =>
    (await rowsIn(db, corrections, { campaignId: campaign.id })).map(({ text }) => text);
  return { campaign, on, states, notes };
}

test("a bulk runs once somebody else approved it, is published, and can be undone", async () => {
  const { campaign, on, states, notes } = await aScene();
  for (const n of [1, 2])
    await aStoredSignature(db, campaign, { email: `made${n}${campaign.id}@bad.example` });
  await aSignatureOnHold(db, campaign, { email: `held${campaign.id}@bad.example` });
  await aStoredSignature(db, campaign);
  const asked = await askBulk(db, {
    ...on(0),
    conditions: { ...any, domain: "bad.example" },
    note: "{count} were made up.",
  });
  expect(asked).toEqual({ outcome: "asked", number: 1 });
  expect(await approveBulk(db, { ...on(0), number: 1 })).toEqual({ outcome: "own" });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "confirmed", "quarantined", "confirmed"]);
  const later = await aStoredSignature(db, campaign, { email: `later${campaign.id}@bad.example` });
  expect(await approveBulk(db, { ...on(1), number: 1 })).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(await states()).toEqual(["invalidated", "invalidated", "invalidated", "confirmed", "confirmed"]);
  expect(await notes()).toEqual(["3 were made up."]);
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "done", invalidated: 3, matched: 3 }]);
  expect(await listCounterDrift(db)).toEqual([]);

  expect(await undoBulk(db, { ...on(0), number: 1 })).toEqual({ outcome: "changed" });
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "undoing" }]);
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "confirmed", "quarantined", "confirmed", "confirmed"]);
  expect(await notes()).toEqual([]);
  expect(await listCounterDrift(db)).toEqual([]);
  expect(later.signature.state).toBe("confirmed");
});

test("a bulk skips those who withdraw, can be stopped, and stays in its campaign", async () => {
  const { campaign, on, states } = await aScene();
  const other = await aScene();
  const { supporter, signature } = await aStoredSignature(db, campaign, { country: "FR" });
  await aStoredSignature(db, campaign, { country: "FR" });
  await aStoredSignature(db, other.campaign, { country: "FR" });
  await askBulk(db, { ...on(0), conditions: { ...any, country: "FR" }, note: null });
  expect(await approveBulk(db, { ...other.on(0), campaignId: campaign.id, number: 1 })).toEnd("gone");
  expect(await cancelBulk(db, { ...other.on(0), campaignId: campaign.id, number: 1 })).toEnd("gone");
  await approveBulk(db, { ...on(1), number: 1 });
  await withdrawSignature(db, { supporterId: supporter.id, publicId: signature.publicId });
  await runBulks(db);
  expect(await states()).toEqual(["withdrawn", "invalidated"]);
  expect(await other.states()).toEqual(["confirmed"]);
  await askBulk(db, { ...other.on(0), conditions: { ...any, country: "FR" }, note: null });
  await approveBulk(db, { ...other.on(1), number: 1 });
  expect(await cancelBulk(db, { ...other.on(0), number: 1 })).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(await other.states()).toEqual(["confirmed"]);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a network is a condition while its day's key exists, and leaves no trace", async () => {
  const { campaign, on, states } = await aScene();
  const now = new Date();
  const onHold = [];
  for (let n = 0; n < 2; n++) onHold.push(await aSignatureOnHold(db, campaign));
  const counted = await aStoredSignature(db, campaign);
  const elsewhere = await aSignatureOnHold(db, campaign);
  const [ours, theirs] = ["ab", "cd"].map((byte) => byte.repeat(16)) as [string, string];
  await db.insert(addressDayKeys).values({ day: now.toISOString().slice(0, 10), key: Buffer.alloc(32, 7) });
  const seen = [...onHold, counted].map(({ signature }) => [signature.id, ours] as const);
  for (const [signatureId, hash] of [...seen, [elsewhere.signature.id, theirs] as const])
    await storeRow(db, traceGroups, {
      campaignId: campaign.id,
      kind: "block",
      hash: Buffer.from(hash, "hex"),
      signatureId,
      seenAt: now,
    });
  expect(await listReviewBlocks(db, campaign.id)).toEqual([
    { hash: ours, day: now.toISOString().slice(0, 10), held: 2 },
  ]);
  const conditions = { ...any, block: ours };
  expect(await previewBulk(db, campaign.id, conditions)).toMatchObject({ matched: 3 });
  await askBulk(db, { ...on(0), conditions, note: null });
  await approveBulk(db, { ...on(1), number: 1 });
  await runBulks(db);
  expect(await states()).toEqual(["invalidated", "invalidated", "invalidated", "quarantined"]);

  await sweepTraces(db, new Date(now.getTime() + 8 * 86_400_000));
  expect(await listReviewBlocks(db, campaign.id)).toEqual([]);
  const [bulk] = await listBulks(db, campaign.id);
  expect(bulk?.conditions.block).toBe("gone");
  const stored = await db.execute(sql`select conditions::text as text from bulk_invalidations`);
  expect(JSON.stringify(stored)).not.toContain(ours);
  expect(await previewBulk(db, campaign.id, { ...any, block: "gone" })).toMatchObject({ matched: 0 });
  await undoBulk(db, { ...on(0), number: 1 });
  await runBulks(db);
  expect(await states()).toEqual(["quarantined", "quarantined", "confirmed", "quarantined"]);
});

test("many are counted by the worker before anybody can approve", async () => {
  const { campaign, on, states } = await aScene();
  for (let n = 0; n < 3; n++) await aStoredSignature(db, campaign, { country: "FR" });
  const conditions = { ...any, country: "FR" };
  expect(await countInTime(db, campaign.id, conditions, 3)).toBe(3);
  expect(await countInTime(db, campaign.id, conditions, 2)).toBe(null);
  await askBulk(db, { ...on(0), conditions, note: null, countAtMost: 2 });
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "counting", matched: null }]);
  expect(await approveBulk(db, { ...on(1), number: 1 })).toEqual({ outcome: "not-now" });
  await aStoredSignature(db, campaign, { country: "FR" });
  await runBulks(db);
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "asked", matched: 3 }]);
  expect(await approveBulk(db, { ...on(1), number: 1 })).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(await states()).toEqual(["invalidated", "invalidated", "invalidated", "confirmed"]);
});

test("a team of one approves alone once they have proved who they are", async () => {
  const { campaign, on, states } = await aScene(1);
  await aStoredSignature(db, campaign, { source: "bad" });
  await askBulk(db, { ...on(0), conditions: { ...any, source: "bad" }, note: null });
  expect(await approveBulk(db, { ...on(0), number: 1 })).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(await states()).toEqual(["invalidated"]);
  expect(await listBulks(db, campaign.id)).toMatchObject([{ approvedAlone: true }]);
  expect(await undoBulk(db, { ...on(0), number: 1 })).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed"]);
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "undone" }]);
});

test("an approval is of the number shown, and a much larger one asks again", async () => {
  const { campaign, on, states } = await aScene();
  for (let n = 0; n < 3; n++) await aStoredSignature(db, campaign, { country: "FR" });
  const moving = [];
  for (let n = 0; n < 6; n++) moving.push(await aStoredSignature(db, campaign, { country: "DE" }));
  await askBulk(db, { ...on(0), conditions: { ...any, country: "FR" }, note: null });
  const approve = (matched: number) => approveBulk(db, { ...on(1), number: 1, matched });
  expect(await approve(2)).toEqual({ outcome: "other-number" });
  expect(await approve(3)).toEqual({ outcome: "changed" });
  // Six more meet the conditions between the approval and the start.
  for (const { supporter } of moving)
    await db.update(supporters).set({ country: "FR" }).where(eq(supporters.id, supporter.id));
  await runBulks(db);
  expect(new Set(await states())).toEqual(new Set(["confirmed"]));
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "asked", matched: 9, approvedBy: null }]);
  expect(await approve(3)).toEqual({ outcome: "other-number" });
  expect(await approve(9)).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(new Set(await states())).toEqual(new Set(["invalidated"]));
});

test("a bulk not begun a day after approval, or a week after request, expires", async () => {
  const { campaign, on, states } = await aScene();
  await aStoredSignature(db, campaign, { country: "FR" });
  await askBulk(db, { ...on(0), conditions: { ...any, country: "FR" }, note: null });
  await approveBulk(db, { ...on(1), number: 1 });
  await db.update(bulkInvalidations).set({ approvedAt: sql`now() - interval '25 hours'` });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed"]);
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "asked", approvedBy: null }]);
  await db.update(bulkInvalidations).set({ askedAt: sql`now() - interval '8 days'` });
  expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "expired" }]);
  expect(await approveBulk(db, { ...on(1), number: 1 })).toEqual({ outcome: "not-now" });
});

test("the public sees what a stopped bulk invalidated, until it is undone", async () => {
  const { campaign, on, notes } = await aScene();
  for (let n = 0; n < 2; n++) await aStoredSignature(db, campaign, { country: "FR" });
  const note = "{count} were made up.";
  await askBulk(db, { ...on(0), conditions: { ...any, country: "FR" }, note });
  await approveBulk(db, { ...on(1), number: 1 });
  await changeRows(db, bulkInvalidations, { campaignId: campaign.id }, { invalidated: 2 });
  await cancelBulk(db, { ...on(0), number: 1 });
  expect(await notes()).toEqual(["2 were made up."]);
  await askBulk(db, { ...on(0), conditions: { ...any, country: "FR" }, note });
  await cancelBulk(db, { ...on(0), number: 2 });
  expect(await notes()).toEqual(["2 were made up."]);
  await undoBulk(db, { ...on(0), number: 1 });
  await runBulks(db);
  expect(await notes()).toEqual([]);
});

test("a lost right to approve stops a bulk that has not begun", async () => {
  const { campaign, on, states } = await aScene();
  await aStoredSignature(db, campaign, { country: "FR" });
  const approver = on(1).actor.slice("organizer:".length);
  const change = (role: "owner" | "viewer") =>
    changeRights(db, {
      campaignId: campaign.id,
      actor: "operator",
      memberId: approver,
      seen: null,
      role,
      rights: rightsOf[role],
    });
  // However they lost it: the worker checks itself.
  const lose = () =>
    changeRows(db, campaignOrganizers, { organizerId: approver }, { role: "viewer", rights: ["view"] });
  await askBulk(db, { ...on(0), conditions: { ...any, country: "FR" }, note: null });
  const approve = () => approveBulk(db, { ...on(1), number: 1 });
  for (const take of [() => change("viewer"), lose]) {
    expect(await approve()).toEqual({ outcome: "changed" });
    await take();
    if (take !== lose) expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "asked" }]);
    await runBulks(db);
    expect(await states()).toEqual(["confirmed"]);
    expect(await listBulks(db, campaign.id)).toMatchObject([{ state: "asked", approvedBy: null }]);
    await change("owner");
  }
  await approve();
  await runBulks(db);
  expect(await states()).toEqual(["invalidated"]);
});

test("an undo removes its own correction, not another with the same text", async () => {
  const { campaign, on, notes } = await aScene();
  const note = "{count} were made up.";
  for (const country of ["FR", "DE"]) {
    await aStoredSignature(db, campaign, { country });
    await askBulk(db, { ...on(0), conditions: { ...any, country }, note });
    await approveBulk(db, { ...on(1), number: country === "FR" ? 1 : 2 });
    await runBulks(db);
  }
  await db
    .insert(corrections)
    .values({ campaignId: campaign.id, correctedOn: "2026-11-01", kind: "removed", text: "1 were made up." });
  const [first] = await db.select().from(corrections).where(eq(corrections.campaignId, campaign.id));
  await changeRows(db, corrections, first?.id ?? 0, { text: "One was made up." });
  await undoBulk(db, { ...on(0), number: 1 });
  await runBulks(db);
  expect(await notes()).toEqual(["1 were made up.", "1 were made up."]);
});

test("an undo gives back only what its bulk took, and does nothing that takes two people", async () => {
  const { campaign, on, states, notes } = await aScene();
  const other = await aScene();
  await aStoredSignature(db, campaign, { country: "FR" });
  await aSignatureOnHold(db, campaign, { country: "FR" });
  const decidedSince = await aSignatureOnHold(db, campaign, { country: "FR" });
  const decided = await aSignatureOnHold(db, campaign);
  const invalidate = (review: { publicId: string }) =>
    decideReviews(db, { ...on(0), decision: "invalidate", reviews: [review.publicId] });
  expect(await invalidate(decided.review)).toMatchObject({ decided: 1 });
  const conditions = { ...any, country: "FR" };
  const undo = (by = on(0), number = 1) => undoBulk(db, { ...by, campaignId: campaign.id, number });
  const run = async () => {
    await runBulks(db);
    return states();
  };
  const before = ["confirmed", "quarantined", "quarantined", "invalidated"];

  // What nobody has approved, or has not run, cannot be undone: nothing of it begins.
  await askBulk(db, { ...on(0), conditions, note: "{count} were made up." });
  expect(await undo()).toEqual({ outcome: "not-now" });
  expect(await run()).toEqual(before);
  await approveBulk(db, { ...on(1), number: 1 });
  expect(await undo()).toEqual({ outcome: "not-now" });
  const ours = eq(bulkInvalidations.campaignId, campaign.id);
  await expect(db.update(bulkInvalidations).set({ undoAskedAt: sql`now()` }).where(ours)).rejects.toThrow();
  expect(await run()).toEqual(["invalidated", "invalidated", "invalidated", "invalidated"]);
  expect(await notes()).toEqual(["3 were made up."]);

  // Nobody without the right, from elsewhere, or during a freeze.
  const approver = on(1).actor.slice("organizer:".length);
  await db
    .update(campaignOrganizers)
    .set({ role: "viewer", rights: ["view", "approve"] })
    .where(eq(campaignOrganizers.organizerId, approver));
  expect(await undo(on(1))).toEqual({ outcome: "gone" });
  expect(await undo(other.on(0))).toEqual({ outcome: "gone" });
  await changeRows(db, campaigns, campaign.id, { frozenAt: new Date(), frozenBy: on(0).actor });
  expect(await undo()).toEqual({ outcome: "frozen" });
  await db.update(campaigns).set({ frozenAt: null, frozenBy: null }).where(eq(campaigns.id, campaign.id));
  expect(await run()).toEqual(["invalidated", "invalidated", "invalidated", "invalidated"]);

  // What a reviewer decided before or since stays so; what was on hold does not begin to count.
  expect(await invalidate(decidedSince.review)).toMatchObject({ decided: 1 });
  expect(await undo()).toEqual({ outcome: "changed" });
  expect(await undo()).toEqual({ outcome: "not-now" });
  const undone = ["confirmed", "quarantined", "invalidated", "invalidated"];
  expect(await run()).toEqual(undone);
  expect(await notes()).toEqual([]);

  // Nor does the approval that was given once invalidate anything again.
  expect(await approveBulk(db, { ...on(1), number: 1 })).toEqual({ outcome: "not-now" });
  expect(await cancelBulk(db, { ...on(0), number: 1 })).toEqual({ outcome: "not-now" });
  expect(await run()).toEqual(undone);
  expect(await askBulk(db, { ...on(0), conditions, note: null })).toEqual({ outcome: "asked", number: 2 });
  expect(await approveBulk(db, { ...on(0), number: 2 })).not.toEqual({ outcome: "changed" });
  expect(await run()).toEqual(undone);
  expect(await listCounterDrift(db)).toEqual([]);
  const entries = await db
    .select({ actor: auditEntries.actor, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.campaignId, campaign.id), eq(auditEntries.action, "bulk-undo-asked")));
  expect(entries).toEqual([{ actor: on(0).actor, detail: { number: 1, invalidated: 3 } }]);
});
