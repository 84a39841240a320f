import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { countModeration, listModeration } from "#app/domain/moderation/list-moderation.server.ts";
import {
  hideLetter,
  publishLetter,
  refuseLetter,
  releaseLetter,
} from "#app/domain/moderation/moderate-letter.server.ts";
import { reportLetter } from "#app/domain/moderation/report-letter.server.ts";
import { correctSupporter } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { auditEntries, letterEvents, letterReports, letters, outbox } from "#db/schema/index.ts";
import { aCampaign, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const keys = testKeys;
const now = new Date("2026-10-20T10:00:00Z");

async function aScene(role: OrganizerRole = "reviewer") {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role });
  return { campaign, organizer, scope: { campaignId: campaign.id, organizerId: organizer.id } };
}

const read = async (id: number) => (await db.select().from(letters).where(eq(letters.id, id)))[0];
const eventsOf = async (id: number) =>
  (await db.select().from(letterEvents).where(eq(letterEvents.letterId, id)).orderBy(letterEvents.id)).map(
    ({ event, problem }) => [event, problem].filter(Boolean).join(" "),
  );
const mailsTo = async (id: number) =>
  (await db.select().from(outbox).where(eq(outbox.letterId, id))).map(({ template }) => template);
const audited = async (campaign: { id: number }) =>
  (await rowsIn(db, auditEntries, { campaignId: campaign.id })).map(({ action }) => action);

const onHold = { holdReason: "threat" } as const;
const awaiting = { display: "public", publication: "awaiting" } as const;

test("the queue has held, awaiting and reported letters, oldest first", async () => {
  const { campaign, scope } = await aScene();
  const reported = await aLetter(db, campaign, { display: "public", publication: "published" });
  const oneOnHold = await aLetter(db, campaign, { ...onHold, ...awaiting, body: "I will kill you." });
  const waiting = [await aLetter(db, campaign, awaiting), await aLetter(db, campaign, awaiting)];
  await aLetter(db, campaign);
  await aLetter(db, campaign, { ...onHold, state: "email_pending" });
  await aLetter(db, campaign, { ...onHold, state: "withdrawn", withdrawnAt: now });
  await aLetter(db, await aCampaign(db), onHold);
  for (const reason of ["attack", "attack", "other"] as const)
    await reportLetter(db, { campaignId: campaign.id, publicId: reported.publicId, reason });

  const ids = async (kind: "held" | "awaiting" | "reported") =>
    (await listModeration(db, scope, kind, null)).letters.map(({ publicId }) => publicId);
  expect(await ids("held")).toEqual([oneOnHold.publicId]);
  expect(await ids("awaiting")).toEqual(waiting.map(({ publicId }) => publicId));
  const [first] = (await listModeration(db, scope, "reported", null)).letters;
  expect(first).toMatchObject({
    publicId: reported.publicId,
    publication: "hidden",
    reports: [
      { reason: "attack", count: 2 },
      { reason: "other", count: 1 },
    ],
  });
  expect(await countModeration(db, scope)).toEqual({ held: 1, awaiting: 2, reported: 1 });

  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  const asViewer = { campaignId: campaign.id, organizerId: viewer.id };
  expect((await listModeration(db, asViewer, "held", null)).letters).toEqual([]);
  expect(await countModeration(db, asViewer)).toEqual({ held: 0, awaiting: 0, reported: 0 });
});

test("pages of the queue lead on and back", async () => {
  const { campaign, scope } = await aScene();
  const all: string[] = [];
  for (let n = 0; n < 23; n++) all.push((await aLetter(db, campaign, awaiting)).publicId);
  const page = async (cursor: Parameters<typeof listModeration>[3]) => {
    const { letters: rows, before, after } = await listModeration(db, scope, "awaiting", cursor);
    return { ids: rows.map(({ publicId }) => publicId), before, after };
  };
  const first = await page(null);
  expect(first).toEqual({ ids: all.slice(0, 10), before: null, after: all[9] });
  const second = await page({ side: "after", than: all[9] ?? "" });
  expect(second).toEqual({ ids: all.slice(10, 20), before: all[10], after: all[19] });
  const last = await page({ side: "after", than: all[19] ?? "" });
  expect(last).toEqual({ ids: all.slice(20), before: all[20], after: null });
  expect(await page({ side: "before", than: all[10] ?? "" })).toEqual(first);
});

type Scene = Awaited<ReturnType<typeof aScene>>;

/** A letter of one kind, with what a decision about it names as seen. */
async function aReview(
  { campaign, scope }: Scene,
  kind: "held" | "awaiting" | "reported",
  values: Parameters<typeof aLetter>[2] = {},
) {
  const how = { held: onHold, awaiting, reported: { display: "public", publication: "published" } as const }[
    kind
  ];
  const letter = await aLetter(db, campaign, { ...how, ...values });
  if (kind === "reported")
    await reportLetter(db, { campaignId: campaign.id, publicId: letter.publicId, reason: "other" });
  const [row] = (await listModeration(db, scope, kind, null)).letters;
  if (row?.publicId !== letter.publicId) throw new Error("the letter is not in the queue");
  return { id: letter.id, decision: { scope, publicId: letter.publicId, seen: row.seen } };
}

test("a held letter is released, waits as any other, and its writer is told once", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "held");
  expect(await releaseLetter(db, keys, decision, now)).toEqual({ outcome: "released" });
  expect(await read(id)).toMatchObject({ state: "confirmed", moderatedAt: now, moderationReason: null });
  expect(await eventsOf(id)).toEqual(["confirmed", "held threat", "released"]);
  expect(await audited(scene.campaign)).toEqual(["letter-released"]);
  expect(await releaseLetter(db, keys, decision, now)).toEqual({ outcome: "changed" });
  expect(await mailsTo(id)).toEqual(["letter-released"]);
});

test("a refused letter is not delivered, and its writer is told why", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "held", awaiting);
  expect(await refuseLetter(db, keys, { ...decision, reason: "threat" }, now)).toEnd("refused");
  expect(await read(id)).toMatchObject({
    state: "refused",
    publication: "hidden",
    moderationReason: "threat",
  });
  expect(await eventsOf(id)).toEqual(["confirmed", "held threat", "refused threat", "hidden threat"]);
  expect(await mailsTo(id)).toEqual(["letter-refused"]);
  expect(await audited(scene.campaign)).toEqual(["letter-refused"]);
});

test("what was handed over cannot be refused", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "held");
  await aHandedOver(db, scene.campaign, { letterIds: [id], mail: { state: "queued" } });
  const seen = (await listModeration(db, scene.scope, "held", null)).letters[0]?.seen ?? "";
  expect(await refuseLetter(db, keys, { ...decision, seen, reason: "threat" }, now)).toEnd("changed");
  expect(await mailsTo(id)).toEqual([]);
  expect(await audited(scene.campaign)).toEqual([]);
});

test("a letter is published, hidden with a reason, and published again", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "awaiting");
  expect(await publishLetter(db, keys, decision, now)).toEqual({ outcome: "published" });
  expect(await publishLetter(db, keys, decision, now)).toEqual({ outcome: "changed" });
  const seen = decision.seen.replace("awaiting", "published");
  const reason = "false-name";
  expect(await hideLetter(db, keys, { ...decision, seen, reason }, now)).toEqual({ outcome: "hidden" });
  expect(await read(id)).toMatchObject({
    publication: "hidden",
    moderationReason: reason,
    state: "confirmed",
  });
  expect(
    await publishLetter(db, keys, { ...decision, seen: decision.seen.replace("awaiting", "hidden") }, now),
  ).toEqual({ outcome: "published" });
  expect(await eventsOf(id)).toEqual(["confirmed", "published", "hidden false-name", "published"]);
  expect(await audited(scene.campaign)).toEqual(["letter-published", "letter-hidden", "letter-published"]);
});

test("a decision ends the reports", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "reported");
  expect(await publishLetter(db, keys, decision, now)).toEqual({ outcome: "published" });
  const [report] = await db.select().from(letterReports).where(eq(letterReports.letterId, id));
  expect(report).toMatchObject({ settledAt: now, settledById: scene.organizer.id });
  expect((await listModeration(db, scene.scope, "reported", null)).letters).toEqual([]);
});

test("a letter whose writer took their name back in between is not published", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "awaiting");
  const takenBack = { display: "anonymous", publication: "private" } as const;
  await db.update(letters).set(takenBack).where(eq(letters.id, id));
  expect(await publishLetter(db, keys, decision, now)).toEqual({ outcome: "changed" });
  const seen = decision.seen.replace("awaiting public", "private anonymous");
  expect(await publishLetter(db, keys, { ...decision, seen }, now)).toEqual({ outcome: "changed" });
  expect(await hideLetter(db, keys, { ...decision, seen, reason: "off-topic" }, now)).toEnd("changed");
  expect((await read(id))?.publication).toBe("private");
});

test("a letter whose writer corrected their name after it was read is not published", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "awaiting");
  const supporterId = (await read(id))?.supporterId ?? 0;
  await correctSupporter(db, { supporterId, name: "Somebody Else", country: "US", postalCode: null });
  expect(await publishLetter(db, keys, decision, now)).toEqual({ outcome: "changed" });
});

test("a held letter is neither published nor hidden before it was released", async () => {
  const scene = await aScene();
  const { decision } = await aReview(scene, "held", awaiting);
  expect(await publishLetter(db, keys, decision, now)).toEqual({ outcome: "changed" });
  expect(await hideLetter(db, keys, { ...decision, reason: "off-topic" }, now)).toEnd("changed");
});

test("nobody decides in another campaign, or without the right", async () => {
  const scene = await aScene();
  const { id, decision } = await aReview(scene, "held");
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db), role: "owner" });
  const viewer = await anOrganizer(db, { campaign: scene.campaign, role: "viewer" });
  const scopes = [
    { campaignId: scene.campaign.id, organizerId: stranger.id },
    { campaignId: scene.campaign.id, organizerId: viewer.id },
    { ...scene.scope, campaignId: (await aCampaign(db)).id },
  ];
  for (const scope of scopes) {
    expect(await releaseLetter(db, keys, { ...decision, scope }, now)).toEqual({ outcome: "changed" });
    const refusal = { ...decision, scope, reason: "threat" } as const;
    expect(await refuseLetter(db, keys, refusal, now)).toEqual({ outcome: "changed" });
  }
  const untouched = and(eq(letters.id, id), eq(letters.state, "confirmed"));
  expect(await db.$count(letters, untouched)).toBe(1);
});
