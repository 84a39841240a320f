import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  approveClosing,
  askClosing,
  withdrawClosing,
} from "#app/domain/campaign/closing/ask-closing.server.ts";
import {
  closeCampaign,
  erasesOn,
  reopenCampaign,
} from "#app/domain/campaign/closing/close-campaign.server.ts";
import { previewClosing, readClosing } from "#app/domain/campaign/closing/read-closing.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { confirmedOf, countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { rebuildTotals } from "#app/domain/entries/pledges/totals/recount.server.ts";
import { watchName } from "#app/domain/names/watch-names.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { saveFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { makeExports } from "#app/tasks/index.ts";
import type { Db } from "#db/index.ts";
import {
  approvalRequests,
  auditEntries,
  campaignOrganizers,
  campaigns,
  filePieces,
  outbox,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aFileHandedIn, aSheetTyped, scopeOf } from "#tests/support/imports.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const closedOn = new Date("2026-01-31T12:00:00Z");
const monthsLater = (months: number, seconds = 0) =>
  new Date(erasesOn(closedOn, months).getTime() + seconds * 1000);
const files = { list: async () => [], remove: async () => {} };
const close = (campaignSlug: string, months = 12, dryRun = false) =>
  ({ campaignSlug, months, actor: "operator", dryRun }) as const;

test("months follow the calendar, and a short month uses its last day", () => {
  expect(erasesOn(closedOn, 1).toISOString()).toBe("2026-02-28T12:00:00.000Z");
  expect(erasesOn(closedOn, 12).toISOString()).toBe("2027-01-31T12:00:00.000Z");
});

test("a dry run tells what would go and when, and changes nothing", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const ran = await closeCampaign(db, close(campaign.slug, 12, true), closedOn);
  expect(ran).toMatchObject({ outcome: "would-close", erasesOn: monthsLater(12) });
  expect("due" in ran && ran.due.find(({ what }) => what === "signatures")?.rows).toBe(1);
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaign.id));
  expect(row?.status).toBe("open");
});

test("nothing goes a second too early; then all of it goes and the count stays", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  for (const name of ["Wanda Wiped", "Walter Wiped"])
    await aStoredSignature(db, campaign, { name, comment: "Wiped words", consents: ["sign", "updates"] });
  await aStoredSignature(db, campaign, { state: "withdrawn", name: "Wilma Wiped" });
  await aStoredSignature(db, other, { name: "Karl Kept" });
  await closeCampaign(db, close(campaign.slug, 2), closedOn);

  expect(await eraseClosed(db, files, monthsLater(2, -1))).toBe(0);
  expect(await db.$count(supporters)).toBe(4);
  expect(await eraseClosed(db, files, monthsLater(2))).toBe(3);
  expect((await readCounts(db, campaign.id)).signatures).toBe(2);
  expect((await readCounts(db, other.id)).signatures).toBe(1);
  expect((await db.select({ name: supporters.name }).from(supporters)).map(({ name }) => name)).toEqual([
    "Karl Kept",
  ]);
  const [left] = await db.execute<{ n: string }>(
    sql`select count(*) as n from consents where campaign_id = ${campaign.id}`,
  );
  expect(Number(left?.n)).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
  expect(await eraseClosed(db, files, monthsLater(3))).toBe(0);
});

test("it opens again until erasing begins, and never after", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const reopen = () => reopenCampaign(db, { campaignSlug: campaign.slug, actor: "operator" });
  expect(await reopen()).toEqual({ outcome: "not-closed" });
  await closeCampaign(db, close(campaign.slug), closedOn);
  expect(await closeCampaign(db, close(campaign.slug), closedOn)).toMatchObject({
    outcome: "already-closed",
  });
  expect(await reopen()).toEqual({ outcome: "reopened" });
  await closeCampaign(db, close(campaign.slug), closedOn);
  await eraseClosed(db, files, monthsLater(12));
  expect(await reopen()).toEqual({ outcome: "erasing" });
});

const now = new Date("2026-11-24T12:00:00Z");

async function aTeam(db: Db, ...names: string[]) {
  const campaign = await aCampaign(db);
  const team = await Promise.all(names.map((name) => anOrganizer(db, { campaign, name })));
  const on = (n: number) => ({ campaignId: campaign.id, actor: `organizer:${team[n]?.id}` as const });
  return { campaign, on };
}
const actions = async (db: Db) =>
  (await db.select().from(auditEntries).orderBy(auditEntries.id)).map(({ action }) => action);

test("a campaign is closed by the word of two, and by neither of them alone", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Asks", "Bea Approves");
  await aStoredSignature(db, campaign);
  expect(await askClosing(db, { ...on(0), months: 6 }, now)).toEqual({ outcome: "asked" });
  expect(await askClosing(db, { ...on(1), months: 3 }, now)).toEqual({ outcome: "already-asked" });
  expect(await approveClosing(db, { ...on(0), months: 6 }, now)).toEqual({ outcome: "own" });
  const waits = await readClosing(db, campaign.id);
  expect(waits).toMatchObject({
    status: "open",
    closed: null,
    asked: { by: { name: "Ada Asks" }, months: 6, due: { signatures: 1, counted: 1 } },
  });
  expect(await approveClosing(db, { ...on(1), months: 1 }, now)).toEqual({ outcome: "other" });
  expect(await approveClosing(db, { ...on(1), months: 6 }, now)).toEqual({ outcome: "closed" });
  expect(await readClosing(db, campaign.id)).toMatchObject({
    status: "closed",
    asked: null,
    closed: {
      askedBy: "Ada Asks",
      approvedBy: "Bea Approves",
      alone: false,
      months: 6,
      at: now.toISOString(),
      erasesOn: "2027-05-24T12:00:00.000Z",
      counts: { signatures: 1 },
    },
  });
  expect(await approveClosing(db, { ...on(1), months: 6 }, now)).toEqual({ outcome: "none" });
  expect(await actions(db)).toEqual(["closing-asked", "campaign-closed"]);
});

test("a team of one approves alone, which is stored and in the log", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Alone");
  await anOrganizer(db, { campaign, role: "organizer" });
  await askClosing(db, { ...on(0), months: 12 }, now);
  expect(await approveClosing(db, { ...on(0), months: 12 }, now)).toEqual({ outcome: "closed" });
  expect((await readClosing(db, campaign.id)).closed).toMatchObject({ alone: true, approvedBy: "Ada Alone" });
  const [, closed] = await db.select().from(auditEntries);
  expect(closed).toMatchObject({ action: "campaign-closed", detail: { alone: true, months: 12 } });
});

test("a member without the right to manage can do nothing about closing", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Asks");
  const member = await anOrganizer(db, { campaign, role: "organizer" });
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  await askClosing(db, { ...on(0), months: 12 }, now);
  for (const { id } of [member, stranger]) {
    const other = { campaignId: campaign.id, actor: `organizer:${id}` } as const;
    expect(await askClosing(db, { ...other, months: 1 }, now)).toEqual({ outcome: "gone" });
    expect(await approveClosing(db, { ...other, months: 12 }, now)).toEqual({ outcome: "gone" });
    expect(await withdrawClosing(db, other, now)).toEqual({ outcome: "gone" });
    const reopened = await reopenCampaign(db, { campaignSlug: campaign.slug, actor: other.actor }, now);
    expect(reopened).toEqual({ outcome: "unknown-campaign" });
  }
  await db.delete(campaignOrganizers);
  expect(await approveClosing(db, { ...on(0), months: 12 }, now)).toEqual({ outcome: "gone" });
});

test("a closing request is withdrawn by either manager, or by the operator's closing", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Asks", "Bea Objects");
  expect(await withdrawClosing(db, on(0), now)).toEqual({ outcome: "none" });
  await askClosing(db, { ...on(0), months: 12 }, now);
  expect(await withdrawClosing(db, on(1), now)).toEqual({ outcome: "withdrawn" });
  expect((await readClosing(db, campaign.id)).asked).toBeNull();
  await askClosing(db, { ...on(0), months: 12 }, now);
  const closing = { campaignSlug: campaign.slug, months: 2, actor: "operator", dryRun: false } as const;
  await closeCampaign(db, closing, now);
  expect(await readClosing(db, campaign.id)).toMatchObject({
    asked: null,
    closed: { alone: true, askedBy: null, approvedBy: null, months: 2 },
  });
  expect(await askClosing(db, { ...on(0), months: 12 }, now)).toEqual({ outcome: "not-open" });
});

test("a try tells what would go and when, and changes and records nothing", async () => {
  const db = await aDatabase();
  const { campaign } = await aTeam(db, "Ada Asks");
  await aStoredSignature(db, campaign);
  expect(await previewClosing(db, campaign.id, 3, now)).toMatchObject({
    months: 3,
    erasesOn: "2027-02-24T12:00:00.000Z",
    due: { signatures: 1, pledges: 0, counted: 1 },
  });
  expect(await actions(db)).toEqual([]);
  expect((await readClosing(db, campaign.id)).status).toBe("open");
});

const inNovember = new Date("2026-11-30T12:00:00Z");
const months = 6;
const dueAt = erasesOn(inNovember, months);
const aSecondEarly = new Date(dueAt.getTime() - 1000);

async function aFullCampaign() {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  const scope = await scopeOf(db, campaign);
  const named = (sort: string) => ({
    name: `Zephyrine ${sort}`,
    email: `zephyrine-${sort.toLowerCase()}@example.org`,
  });
  const signature = await aStoredSignature(db, campaign, {
    ...named("Signer"),
    comment: "Zephyrine wrote this",
  });
  await aPledgeWithHolding(db, { campaign, meeting }, named("Holder"));
  await aPledgeWithHolding(db, { campaign, meeting }, { ...named("Withdrawn"), status: "withdrawn" });
  const letter = await aLetter(db, campaign, {
    ...named("Writer"),
    body: "Zephyrine asks you to end this.",
    state: "sent",
    sentSha256: Buffer.alloc(32, 7),
    handedOverAt: inNovember,
  });
  await aSheetTyped(db, scope, ["Zephyrine Paper", "Zephyrine Sheet"]);
  await aFileHandedIn(db, scope, "name,email\nZephyrine List,zephyrine-list@example.org\n", {
    fileName: "zephyrine.csv",
    now: inNovember,
  });
  await watchName(db, { ...scope, name: "Zephyrine Watched" });
  const list = { preset: "full", filter: usualFilter("full") } as const;
  await saveFilter(db, { ...scope, name: "Zephyrine and others", list });
  await createExport(db, { ...scope, ...list, kept: true }, inNovember);
  await makeExports({ db, keys: testKeys, stop: new AbortController().signal }, () => inNovember);
  await storeRow(db, outbox, {
    campaignId: campaign.id,
    supporterId: letter.supporterId,
    template: "letter-receipt",
    letterId: letter.id,
    state: "accepted",
    transport: "file",
    createdAt: inNovember,
  });
  await storeRow(db, approvalRequests, {
    campaignId: campaign.id,
    kind: "update",
    subject: randomUUID(),
    askedAt: inNovember,
    sentBackAt: inNovember,
    reason: "Leave Zephyrine out.",
  });
  await db.transaction((tx) =>
    rebuildTotals(tx, testKeys, { campaignId: campaign.id, meetingId: meeting.id }),
  );
  const removed: string[] = [];
  const files = { list: async () => [], remove: async (ids: string[]) => void removed.push(...ids) };
  const close = () =>
    closeCampaign(db, { campaignSlug: campaign.slug, months, actor: "operator", dryRun: false }, inNovember);
  return { db, campaign, signature, letter, files, removed, close };
}

/** All public counts, and the console's. */
async function counted(db: Db, campaign: { id: number }) {
  const { onPaper, signatures } = await readCounts(db, campaign.id);
  const letters = await countLetters(db, campaign.id);
  const totals = await db.execute(sql`
    select t::text as line from pledge_totals t where campaign_id = ${campaign.id} order by line`);
  return { onPaper, signatures, totals: [...totals], letters: confirmedOf(letters) };
}

test("nothing is erased a second early, and periods of retention are kept", async () => {
  const { db, campaign, files, close } = await aFullCampaign();
  await close();
  const stored = await everythingStored(db);
  expect(await eraseClosed(db, files, aSecondEarly)).toBe(0);
  expect(await everythingStored(db)).toBe(stored);
  for (const sort of ["Signer", "Holder", "Writer", "Paper", "Watched"])
    expect(stored, sort).toContain(`Zephyrine ${sort}`);
  expect(await db.$count(filePieces)).toBe(2);
  expect((await readClosing(db, campaign.id)).closed).toMatchObject({
    erasesOn: dueAt.toISOString(),
    counts: { signatures: 1, pledges: 2, letters: 1, paper: 2, mails: 1, files: 2 },
  });
});

test("at its time everything personal is erased, and every count stays", async () => {
  const { db, campaign, files, removed, close } = await aFullCampaign();
  const was = await counted(db, campaign);
  expect(was).toMatchObject({ signatures: 1, onPaper: 2, letters: 1 });
  expect(was.totals.length).toBeGreaterThan(0);
  const mails = (await db.select({ id: outbox.publicId }).from(outbox)).map(({ id }) => id);
  await close();
  await eraseClosed(db, files, dueAt);
  const stored = await everythingStored(db);
  expect(stored.split("\n").filter((line) => /zephyrine/i.test(line))).toEqual([]);
  expect(stored).not.toContain(Buffer.from("Zephyrine").toString("hex"));
  expect(await db.$count(supporters)).toBe(0);
  expect(await db.$count(filePieces)).toBe(0);
  expect(removed).toEqual(expect.arrayContaining(mails));
  expect(await counted(db, campaign)).toEqual(was);
  expect(await listCounterDrift(db)).toEqual([]);
  expect(await listTotalDrift(db, testKeys)).toEqual([]);
});

test("an erasure between closing and its end still counts after both", async () => {
  const { db, campaign, signature, files, close } = await aFullCampaign();
  await close();
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const erased = await eraseSupporter(
    db,
    ports,
    { publicId: signature.supporter.publicId, actor: "supporter" },
    aSecondEarly,
  );
  expect(erased.outcome).toBe("erased");
  await eraseClosed(db, files, dueAt);
  expect((await readCounts(db, campaign.id)).signatures).toBe(1);
  expect(
    await eraseSupporter(db, ports, { publicId: signature.supporter.publicId, actor: "supporter" }, dueAt),
  ).toEqual({ outcome: "gone" });
  expect(await listCounterDrift(db)).toEqual([]);
});
