import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { enqueue } from "#db/jobs.ts";
import { outbox, supporters, updates, updateTexts } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { readersOf } from "#tests/support/engine.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const app = openAs("app", db);

/** An update being sent to some readers, with a waiting email for each. */
async function anAudience(people: number) {
  const campaign = await aCampaign(db);
  const readers = await readersOf(db, campaign, people);
  const update = await anUpdate(db, campaign, {
    ...approved,
    state: "sending",
    startedAt: new Date(),
    audienceSize: people,
  });
  await db
    .insert(outbox)
    .values(
      readers.map(({ id }) => ({
        campaignId: campaign.id,
        supporterId: id,
        updateId: update.id,
        template: "update" as const,
      })),
    );
  return { campaign, readers, update };
}

const change = (update: { id: number }, values: Partial<typeof updates.$inferInsert>) =>
  causeOf(db.update(updates).set(values).where(eq(updates.id, update.id)));

test("a person gets one email of an update, though a second is asked for", async () => {
  const { campaign, readers, update } = await anAudience(1);
  const again = { campaignId: campaign.id, supporterId: readers[0]?.id ?? 0, updateId: update.id };
  expect(await causeOf(db.insert(outbox).values({ ...again, template: "update" }))).toMatchObject({
    constraint: "outbox_one_an_update",
  });
});

test("the states of an update add up at every step, no matter what moves its emails", async () => {
  const { readers, update } = await anAudience(6);
  const counts = async () => (await readProgress(db, update.id)).counts;
  expect(await counts()).toMatchObject({ queued: 6 });

  const move = (ids: number[], values: Partial<typeof outbox.$inferInsert>) =>
    db
      .update(outbox)
      .set(values)
      .where(sql`${outbox.updateId} = ${update.id} and ${outbox.supporterId} in ${ids}`);
  const ids = readers.map(({ id }) => id);
  await move(ids.slice(0, 4), { state: "claimed", leaseUntil: new Date() });
  await move(ids.slice(0, 3), { state: "delivered", leaseUntil: null });
  await move(ids.slice(0, 1), { state: "bounced", problem: "hard-bounce" });
  expect(await readProgress(db, update.id)).toMatchObject({
    hardBounced: 1,
    counts: { queued: 2, claimed: 1, delivered: 2, bounced: 1, erased: 0 },
  });
  await db.delete(supporters).where(eq(supporters.id, ids[0] ?? 0));
  await db.delete(supporters).where(eq(supporters.id, ids[5] ?? 0));
  expect(await counts()).toMatchObject({ queued: 1, claimed: 1, delivered: 2, bounced: 0, erased: 2 });
  expect(await listCounterDrift(db)).toEqual([]);
  expect((await readProgress(db, update.id)).hardBounced).toBe(0);
});

test("a count that differs from its mails is found", async () => {
  const { campaign, update } = await anAudience(2);
  await db.execute(sql`update update_counts set queued = queued + 1 where update_id = ${update.id}`);
  expect(await listCounterDrift(db)).toEqual([
    { campaign: campaign.slug, counter: `update ${update.number} queued`, stored: 3, counted: 2 },
  ]);
  await db.execute(sql`update update_counts set queued = queued - 1 where update_id = ${update.id}`);
});

test("mails of single people are in no count", async () => {
  const { readers, campaign, update } = await anAudience(1);
  await db
    .insert(outbox)
    .values({ supporterId: readers[0]?.id, campaignId: campaign.id, template: "manage-link" });
  expect((await readProgress(db, update.id)).counts.queued).toBe(1);
});

test("the words, the audience and the page of an approved update stay as they are", async () => {
  const update = await anUpdate(db, await aCampaign(db));
  const words = (subject: string) =>
    causeOf(app.update(updateTexts).set({ subject }).where(eq(updateTexts.updateId, update.id)));
  expect(await words("Another subject")).toBeNull();
  expect(await change(update, approved)).toBeNull();

  expect(await words("A third subject")).toMatchObject({ code: "23514" });
  expect(await causeOf(app.delete(updateTexts).where(eq(updateTexts.updateId, update.id)))).toMatchObject({
    code: "23514",
  });
  const narrower = { countries: ["US"], did: "anything", since: null };
  expect(await change(update, { audience: narrower })).toMatchObject({ code: "23514" });
  expect(await change(update, { inArchive: false })).toMatchObject({ code: "23514" });
  const spanish = { updateId: update.id, locale: "es", subject: "Otra cosa", body: "Hola." };
  expect(await causeOf(app.insert(updateTexts).values(spanish))).toMatchObject({ code: "23514" });
  const draft = await anUpdate(db, await aCampaign(db));
  const moved = app.update(updateTexts).set({ updateId: draft.id, locale: "es" });
  expect(await causeOf(moved.where(eq(updateTexts.updateId, update.id)))).toMatchObject({ code: "23514" });

  const takenBack = { approvedAt: null, audience: narrower, inArchive: false };
  expect(await change(update, takenBack)).toBeNull();
  expect(await causeOf(app.insert(updateTexts).values(spanish))).toBeNull();

  const begun = await anUpdate(db, await aCampaign(db), {
    ...approved,
    state: "cancelled",
    startedAt: new Date(),
  });
  expect(await change(begun, { approvedAt: null, inArchive: false })).toMatchObject({ code: "23514" });
  const late = { ...spanish, updateId: begun.id };
  expect(await causeOf(app.insert(updateTexts).values(late))).toMatchObject({ code: "23514" });
});

test("nothing unapproved is sent, and submitters approve only when alone", async () => {
  const campaign = await aCampaign(db);
  const update = await anUpdate(db, campaign);
  const organizer = await anOrganizer(db, { campaign });
  const times = { startedAt: new Date(), sendAt: new Date() };
  for (const state of ["scheduled", "sending", "sent"] as const) {
    expect(await change(update, { ...times, finishedAt: new Date(), state })).toMatchObject({
      constraint: "updates_approved_before_they_go",
    });
  }
  const bySelf = { ...approved, submittedById: organizer.id, approvedById: organizer.id };
  expect(await change(update, { ...bySelf, approvedAlone: false })).toMatchObject({
    constraint: "updates_never_approved_by_their_author",
  });
  expect(await change(update, bySelf)).toBeNull();
});

test("a wake-up is there when the change of its transaction is, and not before", async () => {
  const waiting = async () => {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pgboss.job where name = 'send-updates' and state = 'created'`,
    );
    return row?.n;
  };
  await expect(
    app.transaction(async (tx) => {
      await enqueue(tx, "send-updates");
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(await waiting()).toBe(0);

  await app.transaction(async (tx) => {
    await enqueue(tx, "send-updates");
    expect(await waiting()).toBe(0);
  });
  await app.transaction((tx) => enqueue(tx, "send-updates"));
  expect(await waiting()).toBe(1);
});
