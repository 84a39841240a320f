import { and, asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveClaim } from "#app/domain/campaign/claims/move-claim.server.ts";
import { sharedSources } from "#app/domain/campaign/claims/removal.ts";
import { type RemoveInput, removeClaims } from "#app/domain/campaign/claims/remove-claims.server.ts";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { undoRemoval } from "#app/domain/campaign/claims/undo-removal.server.ts";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { createCampaign } from "#app/domain/campaign/opening/create-campaign.server.ts";
import { readCase } from "#app/domain/campaign/queries.server.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { auditEntries, campaigns, claimRemovals, claims } from "#db/schema/index.ts";
import { aCampaign, changeRows } from "#tests/support/builders.ts";
import { aClaim, aPublicClaim, claimWords } from "#tests/support/claims.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();

async function aScene() {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const second = await anOrganizer(db, { campaign, role: "owner" });
  const writer = await anOrganizer(db, { campaign, role: "organizer" });
  const as = ({ id }: { id: string }) => ({ campaignId: campaign.id, actor: `organizer:${id}` as const });
  return { campaign, on: as(owner), second: as(second), writing: as(writer) };
}
type On = Awaited<ReturnType<typeof aScene>>["on"];

/** A public claim, a public one with a draft, and two drafts, in a chosen order. */
async function fourClaims(on: On) {
  const open = await aPublicClaim(db, on, { text: "Public" });
  const edited = await aPublicClaim(db, on, { text: "Before" });
  await saveClaim(db, { ...on, ...edited, words: { ...claimWords, text: "After" } });
  const one = await aClaim(db, on, { text: "Draft one" });
  const two = await aClaim(db, on, { text: "Draft two" });
  await moveClaim(db, { ...on, id: two.id, to: "up" });
  await changeRows(db, claims, one.id, {
    candidates: [{ publisher: "A newsroom", title: "Seen", url: "https://news.test/a" }],
  });
  return { open, edited: { id: edited.id, version: edited.version + 1 }, one, two };
}

const remove = (on: On, chosen: RemoveInput["claims"], now = new Date()) =>
  removeClaims(db, { ...on, claims: chosen, withdraw: true }, now);
const rowsOf = (campaignId: number) =>
  db.select().from(claims).where(eq(claims.campaignId, campaignId)).orderBy(asc(claims.id));
const inPublic = async (campaignId: number) =>
  (await readCase(db, campaignId)).claims.map(({ text, number }) => `${number} ${text}`);

async function removedAt(on: On, chosen: RemoveInput["claims"], now?: Date) {
  const removed = await remove(on, chosen, now);
  if (removed.outcome !== "removed") throw new Error(removed.outcome);
  return removed.at;
}

test("many claims go in one step: drafts are deleted, public ones become drafts", async () => {
  const { campaign, on } = await aScene();
  const { open, edited, one, two } = await fourClaims(on);
  expect(await remove(on, [open, edited, one, two])).toMatchObject({
    outcome: "removed",
    deleted: 2,
    withdrawn: 2,
  });
  expect(await inPublic(campaign.id)).not.toContain("2 Public");
  const left = (await listEditedClaims(db, campaign.id)).map(({ live, published }) => [live.text, published]);
  expect(left).toContainEqual(["After", false]);
  expect(left.filter(([text]) => String(text).startsWith("Draft"))).toEqual([]);
});

test("an undo brings everything back exactly, and both are in the log and the history", async () => {
  const { campaign, on } = await aScene();
  const { open, edited, one, two } = await fourClaims(on);
  const [rows, page] = [await rowsOf(campaign.id), await inPublic(campaign.id)];
  const order = (await listEditedClaims(db, campaign.id)).map(({ id }) => id);
  const history = await listChanges(db, campaign.id);
  const at = await removedAt(on, [open, edited, one, two]);
  expect(await undoRemoval(db, { ...on, at })).toEqual({ outcome: "undone", restored: 4, edited: [] });

  const withoutVersion = (all: typeof rows) => all.map(({ version: _v, ...row }) => row);
  expect(withoutVersion(await rowsOf(campaign.id))).toEqual(withoutVersion(rows));
  expect(await inPublic(campaign.id)).toEqual(page);
  expect((await listEditedClaims(db, campaign.id)).map(({ id }) => id)).toEqual(order);
  const entries = await db
    .select({ action: auditEntries.action, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.campaignId, campaign.id), sql`${auditEntries.action} like 'claims-%'`))
    .orderBy(asc(auditEntries.id));
  expect(entries).toEqual([
    { action: "claims-removed", detail: { deleted: 2, withdrawn: 2 } },
    { action: "claims-restored", detail: { restored: 4, edited: 0 } },
  ]);
  const { changes } = await listChanges(db, campaign.id);
  expect(changes).toHaveLength(history.changes.length + 8);
  expect(changes.slice(8)).toEqual(history.changes);
  expect(await db.$count(claimRemovals, eq(claimRemovals.campaignId, campaign.id))).toBe(0);
});

test("a form that was opened before a removal saves nothing over an edit made after its undo", async () => {
  const { on } = await aScene();
  const open = await aPublicClaim(db, on);
  const at = await removedAt(on, [open]);
  await undoRemoval(db, { ...on, at });
  const stale = await saveClaim(db, {
    ...on,
    id: open.id,
    version: open.version + 1,
    words: { ...claimWords, text: "Typed while it was off the page" },
  });
  expect(stale.outcome).toBe("stale");
});

test("of two who remove the same claims one does, and the other is told that they changed", async () => {
  const { on, second } = await aScene();
  const one = await aClaim(db, on);
  const two = await aClaim(db, on);
  const ends = await Promise.all([remove(on, [one, two]), remove(second, [two, one])]);
  expect(ends.map(({ outcome }) => outcome).sort()).toEqual(["removed", "stale"]);
});

test("a claim that somebody edited after it was read keeps all of them", async () => {
  const { campaign, on, second } = await aScene();
  const [one, two] = [await aClaim(db, on), await aClaim(db, on)];
  await saveClaim(db, { ...second, ...two, words: { ...claimWords, text: "Better." } });
  const before = await rowsOf(campaign.id);
  expect(await remove(on, [one, two])).toEqual({ outcome: "stale" });
  expect(await rowsOf(campaign.id)).toEqual(before);
});

test("an undo works once, for who removed, for ten minutes", async () => {
  const { on, second } = await aScene();
  const at = await removedAt(on, [await aClaim(db, on)]);
  expect(await undoRemoval(db, { ...second, at })).toEqual({ outcome: "too-late" });
  const late = new Date(at.getTime() + 10 * 60_000 + 1);
  expect(await undoRemoval(db, { ...on, at }, late)).toEqual({ outcome: "too-late" });
  const both = await Promise.all([undoRemoval(db, { ...on, at }), undoRemoval(db, { ...on, at })]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["too-late", "undone"]);
});

test("an undo leaves a claim as somebody edited it since, and names it", async () => {
  const { campaign, on, second } = await aScene();
  const [kept, back] = [
    await aPublicClaim(db, on, { text: "Kept" }),
    await aPublicClaim(db, on, { text: "Back" }),
  ];
  const at = await removedAt(on, [kept, back]);
  await saveClaim(db, {
    ...second,
    id: kept.id,
    version: kept.version + 1,
    words: { ...claimWords, text: "Edited since" },
  });
  const undone = await undoRemoval(db, { ...on, at });
  const all = await listEditedClaims(db, campaign.id);
  const position = all.find(({ id }) => id === kept.id)?.position;
  expect(undone).toEqual({ outcome: "undone", restored: 1, edited: [position] });
  expect(all.find(({ id }) => id === kept.id)).toMatchObject({
    published: false,
    live: { text: "Edited since" },
  });
  expect(all.find(({ id }) => id === back.id)).toMatchObject({ published: true });
});

test("the number of a removed claim is not given again, so an undo finds it free", async () => {
  const { on, campaign } = await aScene();
  const named = { slug: `copy-${campaign.slug}`, name: "A copy", from: campaign.slug };
  await aClaim(db, on);
  const copy = await createCampaign(db, { ...named, actor: on.actor });
  if (copy.outcome !== "created") throw new Error(copy.outcome);
  const there = { campaignId: copy.id, actor: on.actor };
  const all = (await rowsOf(copy.id)).map(({ id, version }) => ({ id, version }));
  const last = Math.max(...(await rowsOf(copy.id)).map(({ position }) => position));
  const at = await removedAt(there, all);
  await aClaim(db, there);
  expect((await rowsOf(copy.id))[0]?.position).toBe(last + 1);
  expect(await undoRemoval(db, { ...there, at })).toMatchObject({ outcome: "undone", restored: all.length });
});

test("an undo of more claims than the page can hold restores none", async () => {
  const { on, campaign } = await aScene();
  const at = await removedAt(on, [await aClaim(db, on)]);
  const free = 60 - (await rowsOf(campaign.id)).length;
  for (let n = 0; n < free; n++) await aClaim(db, on);
  expect(await undoRemoval(db, { ...on, at })).toEqual({ outcome: "too-many" });
  expect(await rowsOf(campaign.id)).toHaveLength(60);
});

test("who only writes removes drafts, and no public claim", async () => {
  const { campaign, on, writing } = await aScene();
  const [open, draft] = [await aPublicClaim(db, on), await aClaim(db, on)];
  expect(await remove(writing, [open, draft])).toEqual({ outcome: "gone" });
  expect(await remove(writing, [draft])).toMatchObject({ outcome: "removed", deleted: 1 });
  const off = await remove(on, [open]);
  expect(off).toMatchObject({ outcome: "removed", withdrawn: 1 });
  expect(await remove(on, [{ id: open.id, version: open.version + 1 }])).toEnd("was-published");
  expect(await remove(on, [])).toEqual({ outcome: "nothing" });
  const other = await aScene();
  expect(await remove(other.on, [await aClaim(db, on)])).toEqual({ outcome: "stale" });
  expect((await rowsOf(campaign.id)).some(({ id }) => id === open.id)).toBe(true);
});

test("a language that a removal completed is not offered once it is undone", async () => {
  const { campaign, on } = await aScene();
  const open = await aPublicClaim(db, on, { text: "Not translated" });
  const own = eq(campaigns.id, campaign.id);
  // All texts except the claims' are translated.
  await changeRows(db, campaigns, own, { languages: ["en", "es"], status: "open" });
  const rest = await db.execute<{ words: string }>(sql`
    select unnest(array[c.title, c.eyebrow, c.standfirst, c.method, c.care,
      v.summary, v.body, v.note]) as words
    from campaigns c join petition_versions v on v.campaign_id = c.id and v.version = c.petition_version
    where c.id = ${campaign.id} union
    select unnest(array[k.text, k.attribution, k.limits, k.open_question, k.brief]) from claims k
    where k.campaign_id = ${campaign.id} and k.published and k.id <> ${open.id}`);
  for (const { words } of rest.filter((one) => one.words))
    await db.execute(sql`insert into campaign_translations
      (campaign_id, locale, original, original_sha256, translation)
      values (${campaign.id}, 'es', ${words}, sha256(convert_to(${words}, 'UTF8')), 'x')
      on conflict do nothing`);
  const offered = async () => (await db.select().from(campaigns).where(own))[0]?.offeredLanguages;
  expect(await offered()).toEqual(["en"]);
  const at = await removedAt(on, [open]);
  expect(await offered()).toEqual(["en", "es"]);
  await undoRemoval(db, { ...on, at });
  expect(await offered()).toEqual(["en"]);
});

test("a source that claims which stay name as well is told with their numbers", async () => {
  const { campaign, on } = await aScene();
  const [going] = [
    await aClaim(db, on),
    await aClaim(db, on),
    await aClaim(db, on, { publisher: "Another" }),
  ];
  const all = await listEditedClaims(db, campaign.id);
  const [chosen, rest] = [
    all.filter(({ id }) => id === going.id),
    all.filter(({ id, live }) => id !== going.id && live.timeline.length > 0),
  ];
  expect(sharedSources(chosen, rest)).toEqual([
    { publisher: "A newsroom", title: null, claims: [rest[0]?.position] },
  ]);
});
