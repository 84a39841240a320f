// The erasure log and the database, each of which may lack what the other has.
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import {
  readResumption,
  readSendingPaused,
  resumeSending,
} from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { catchUp, erasurePorts } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { readMark, WrongErasureLog } from "#app/domain/upkeep/erasure/erasure-mark.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import {
  auditEntries,
  campaigns,
  erasedAddresses,
  erasureMark,
  outbox,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { aMemoryLog } from "#tests/support/memory-log.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

/** Makes a site with people, and its log, as the running product reaches them. */
async function aSite(...addresses: string[]) {
  const owner = await aDatabase();
  const db = openAs("app", owner);
  const campaign = await aCampaign(owner);
  for (const email of addresses) await aStoredSignature(owner, campaign, { email });
  const log = aMemoryLog();
  const ports = { keys: testKeys, log, removeMails: async () => {} };
  await catchUp(db, ports);
  const erase = async (email: string) => {
    const [person] = await db.select().from(supporters).where(eq(supporters.emailCanonical, email));
    const publicId = person?.publicId ?? "";
    return eraseSupporter(db, erasurePorts(db, ports), { publicId, actor: "supporter" });
  };
  return { owner, db, campaign, log, ports, erase };
}

/** Takes a database back to before the erasures, as a restore by other means does. */
async function goBack({ owner, campaign }: Awaited<ReturnType<typeof aSite>>, ...addresses: string[]) {
  await owner.delete(erasedAddresses);
  await owner.update(erasureMark).set({ number: 0 });
  for (const email of addresses) {
    const { supporter } = await aStoredSignature(owner, campaign, { email });
    const createdAt = sql`now() - interval '1 day'`;
    await owner.update(supporters).set({ createdAt }).where(eq(supporters.id, supporter.id));
  }
}

const people = async (db: Db) =>
  (await db.select().from(supporters).orderBy(supporters.id)).map(({ emailCanonical }) => emailCanonical);
const stepBacks = (db: Db) => db.$count(auditEntries, eq(auditEntries.action, "database-went-back"));

test("a database that went back in time is paused and erases again, once", async () => {
  const site = await aSite("ana@people.test", "ben@people.test");
  const { db, ports, erase } = site;
  expect(await erase("ana@people.test")).toEqual({ outcome: "erased" });
  const notices = eq(outbox.template, "data-erased");
  expect(await db.$count(outbox, notices)).toBe(1);
  await goBack(site, "ana@people.test");

  expect(await catchUp(db, ports)).toEqual({ wentBack: true, erased: 1, added: 0, broken: [] });
  expect(await people(db)).toEqual(["ben@people.test"]);
  expect(await readSendingPaused(db)).toMatchObject({ reason: "the database went back in time" });
  expect(await catchUp(db, ports)).toMatchObject({ wentBack: false, erased: 0, added: 0 });
  expect([await stepBacks(db), await db.$count(outbox, notices)]).toEqual([1, 1]);
});

test("the erasure after a step back notices it, and both people are gone", async () => {
  const site = await aSite("ana@people.test", "ben@people.test");
  await site.erase("ana@people.test");
  await goBack(site, "ana@people.test");
  await site.erase("ben@people.test");
  expect(await people(site.db)).toEqual([]);
  expect(await stepBacks(site.db)).toBe(1);
  const numbers = site.log.records.flatMap((record) => ("number" in record ? record.number : []));
  expect(new Set(numbers).size, "no number is used twice").toBe(numbers.length);
});

test("emails that waited before a step back are sent only if somebody says so", async () => {
  const site = await aSite("ana@people.test", "ben@people.test");
  const { db, ports, erase } = site;
  await erase("ana@people.test");
  await goBack(site);
  await catchUp(db, ports);
  expect(await resumeSending(db)).toEqual({ outcome: "undecided", emails: 1 });
  expect(await readSendingPaused(db)).not.toBeNull();
  expect(await resumeSending(db, { queued: "unknown" })).toMatchObject({ outcome: "resumed", emails: 1 });
  const [notice] = await db.select().from(outbox).where(eq(outbox.template, "data-erased"));
  expect(notice).toMatchObject({ state: "unknown", problem: "restored", sealedTo: null });
  expect(await readSendingPaused(db)).toBeNull();
});

test("who owns every campaign resumes sending in the console, and that is logged", async () => {
  const site = await aSite("ana@people.test");
  const { owner, db, campaign, ports, erase } = site;
  const { id } = await anOrganizer(owner, { campaign, role: "owner" });
  const manager = await anOrganizer(owner, { campaign, role: "organizer" });
  const on = { campaignId: campaign.id, publicId: randomUUID(), actor: `organizer:${id}` } as const;
  await createDraft(db, on);
  const draft = async () => (await findUpdate(db, campaign.id, on.publicId))?.maybeSentBefore;
  expect([await draft(), await readResumption(db, id)]).toEqual([null, null]);
  await erase("ana@people.test");
  await goBack(site);
  await catchUp(db, ports);
  expect(await draft()).toEqual(expect.any(String));
  const later = { ...on, publicId: randomUUID() };
  await createDraft(db, later);
  expect(await findUpdate(db, campaign.id, later.publicId)).toMatchObject({ maybeSentBefore: null });

  const found = { reason: "the database went back in time", emails: 1, drafts: 1, unknown: 0 };
  expect(await readResumption(db, id)).toMatchObject({ ...found, mayResume: true });
  expect(await readResumption(db, manager.id)).toMatchObject({ mayResume: false });
  const by = { actor: on.actor, campaignId: campaign.id };
  const send = { queued: "send" } as const;
  const others = `organizer:${manager.id}` as const;
  expect(await resumeSending(db, { ...by, ...send, actor: others })).toEqual({ outcome: "not-owner" });
  const elsewhere = await aCampaign(owner);
  expect(await resumeSending(db, { ...by, ...send })).toEqual({ outcome: "not-owner" });
  await owner.update(campaigns).set({ status: "draft" }).where(eq(campaigns.id, elsewhere.id));
  expect(await resumeSending(db, by)).toEqual({ outcome: "undecided", emails: 1 });
  expect(await resumeSending(db, { ...by, ...send })).toMatchObject({ outcome: "resumed", drafts: 1 });
  const entry = and(eq(auditEntries.action, "sending-resumed"), eq(auditEntries.campaignId, campaign.id));
  expect(await db.select().from(auditEntries).where(entry)).toMatchObject([
    { actor: on.actor, detail: { queued: "send", emails: 1 } },
  ]);
  expect(await readSendingPaused(db)).toBeNull();
  expect(await draft()).toEqual(expect.any(String));
});

test("an erasure that was cut off is done after ten minutes, without a pause", async () => {
  const { db, log, ports } = await aSite("ana@people.test", "ben@people.test");
  await db.update(supporters).set({ createdAt: sql`now() - interval '1 day'` });
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const lineOf = (address: string, minutes: number) => {
    const { keyId, digest } = hmac(testKeys, "address", address);
    return { number: 1, keyId, addressHmac: digest.toString("hex"), erasedAt: ago(minutes) };
  };
  await db.update(erasureMark).set({ number: 1 });
  await log.append(lineOf("ana@people.test", 11));
  await log.append(lineOf("ben@people.test", 9));
  expect(await catchUp(db, ports)).toMatchObject({ wentBack: false, erased: 1 });
  expect(await people(db)).toEqual(["ben@people.test"]);
  expect(await readSendingPaused(db)).toBeNull();
});

test("another database's log is refused, and a lost one is written again into an empty file", async () => {
  const { db, ports, erase } = await aSite("ana@people.test", "ben@people.test");
  await erase("ana@people.test");
  const other = await aSite();
  const by = (log: typeof ports.log) => erasurePorts(db, { ...ports, log });
  const [ben] = await db.select().from(supporters);
  const erasing = { publicId: ben?.publicId ?? "", actor: "operator" } as const;
  await expect(eraseSupporter(db, by(other.log), erasing)).rejects.toThrow(/another database's: its id is/);
  await expect(eraseSupporter(db, by(aMemoryLog()), erasing)).rejects.toThrow(WrongErasureLog);
  expect(await people(db), "nobody was erased").toEqual(["ben@people.test"]);

  const empty = { ...aMemoryLog(), isEmpty: true };
  const { read } = empty;
  empty.read = async () => (await read()) ?? { id: null, newest: 0, lines: [], broken: [] };
  expect(await catchUp(db, { ...ports, log: empty })).toMatchObject({ wentBack: false, added: 1 });
  expect(await empty.read()).toMatchObject({ id: (await readMark(db))?.logId, lines: [{}] });
});

test("a log that another process makes and adds to between the two looks is no step back", async () => {
  const { db, log, ports, erase } = await aSite("ana@people.test");
  let looks = 0;
  const read = async () => {
    looks += 1;
    if (looks === 1) return null;
    await erase("ana@people.test");
    return log.read();
  };
  expect(await catchUp(db, { ...ports, log: { ...log, read } })).toMatchObject({ wentBack: false });
  expect([looks, await readSendingPaused(db)]).toEqual([2, null]);
});

test("a log restored from its backup gets a second erasure of an address, too", async () => {
  const { owner, db, campaign, log, ports, erase } = await aSite("ana@people.test");
  await erase("ana@people.test");
  await aStoredSignature(owner, campaign, { email: "ana@people.test" });
  await erase("ana@people.test");
  const second = log.records.pop();
  expect(await catchUp(db, ports)).toMatchObject({ wentBack: false, added: 1 });
  expect(log.records).toContainEqual({ ...second, number: expect.any(Number) });
  expect(await catchUp(db, ports)).toMatchObject({ added: 0 });
});

test("a new database takes over the log that is there, and one with people is behind it", async () => {
  const { db, log, ports, erase } = await aSite("ana@people.test");
  await erase("ana@people.test");
  const id = (await readMark(db))?.logId;
  const fresh = openAs("app", await aDatabase());
  expect(await catchUp(fresh, { ...ports, log })).toMatchObject({ wentBack: false });
  expect((await readMark(fresh))?.logId).toBe(id);

  const older = await aDatabase();
  await aStoredSignature(older, await aCampaign(older), { email: "cleo@people.test" });
  expect(await catchUp(openAs("app", older), { ...ports, log })).toMatchObject({ wentBack: true, erased: 0 });
});
