import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { LetIn } from "#app/domain/access/freeze.server.ts";
import { endSession, findSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { endSessionsOf } from "#app/domain/access/sign-in/sessions/sessions.server.ts";
import { makeToken } from "#app/domain/access/tokens/make-token.server.ts";
import { openToken } from "#app/domain/access/tokens/open-token.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { downloadKept, findKept } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { fetchPack } from "#app/domain/outgoing/packs/making/fetch-pack.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { makeExports } from "#app/tasks/index.ts";
import { apiTokens, listExports, namesAwaitingReview, packs } from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, aStolenSession } from "#tests/support/organizers.ts";
import { packPorts } from "#tests/support/packs.ts";

const db = await aDatabase();
const campaign = await aCampaign(db);
const owner = await anOrganizer(db, { campaign });
// Incompressible names: a file of them has many blocks.
await db.execute(sql`
  insert into supporters (email_canonical, email, name, country)
  select 'b' || n || '@example.org', 'b' || n || '@example.org',
    'Long Name ' || translate(md5(n::text) || md5((-n)::text), '0123456789', 'ghijklmnop'), 'US'
  from generate_series(1, 30000) n`);
await db.execute(sql`
  insert into signatures (campaign_id, supporter_id, petition_version, state, confirmed_at, receipt_code)
  select ${campaign.id}, id, 1, 'confirmed', now(),
    substr(lpad(id::text, 8, '0'), 1, 4) || '-' || substr(lpad(id::text, 8, '0'), 5, 4) || '-00'
  from supporters where name like 'Long Name%'`);
await db.execute(sql`
  insert into consents (supporter_id, campaign_id, purpose, text_version, locale)
  select supporter_id, campaign_id, 'deliver_to_company', '2026-11', 'en' from signatures
  where campaign_id = ${campaign.id}`);
await db.delete(namesAwaitingReview);
const actor = `organizer:${owner.id}` as const;
const form = { preset: "full", filter: usualFilter("full") } as const;

/** Somebody who may export. */
async function aMember() {
  const organizer = await anOrganizer(db, { campaign, role: "organizer" });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  return { scope, on: { campaignId: campaign.id, actor, memberId: organizer.id } };
}

/** Takes one block and waits forever: no machine is so slow that the file arrives whole. */
const aStalledReader = () => new Writable({ highWaterMark: 1, write: () => {} });

async function download({ scope }: Awaited<ReturnType<typeof aMember>>, by?: LetIn) {
  const id = (await createExport(db, { ...scope, ...form })) ?? "";
  const fetched = await fetchExport(db, testKeys, { ...scope, id, ...(by && { by }) });
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  return { id, file: fetched.file, transfer: pipeline(fetched.file, aStalledReader()) };
}

const exportOf = async (id: string) => (await db.select().from(listExports).where(eq(listExports.id, id)))[0];

test("a download is aborted when its reader is removed or loses the right", async () => {
  const [removed, lowered, other] = [await aMember(), await aMember(), await aMember()];
  const [ofRemoved, ofLowered, ofOther] = [
    await download(removed),
    await download(lowered),
    await download(other),
  ];
  ofOther.transfer.catch(() => {});
  const broken = [
    expect(ofRemoved.transfer).rejects.toThrow("may not take it any more"),
    expect(ofLowered.transfer).rejects.toThrow("may not take it any more"),
  ];
  expect((await removeMember(db, removed.on)).outcome).toBe("removed");
  const viewer = { role: "viewer", rights: ["view"], seen: null } as const;
  expect((await changeRights(db, { ...lowered.on, ...viewer })).outcome).toBe("changed");
  await Promise.all(broken);
  for (const { id } of [ofRemoved, ofLowered]) {
    const ended = { completedAt: null, abortedAt: expect.any(Date) };
    await expect.poll(() => exportOf(id)).toMatchObject(ended);
  }
  expect(ofOther.file.destroyed).toBe(false);
  ofOther.file.destroy();
});

test("a pack under way breaks off when who fetches it is taken out", async () => {
  const member = await aMember();
  const asked = await askForPack(db, { campaignId: campaign.id, actor });
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  const pack = { campaignId: campaign.id, publicId: asked.publicId };
  await approvePack(db, { ...pack, actor: `organizer:${(await aMember()).scope.organizerId}` });
  const theirs = { ...pack, actor: `organizer:${member.scope.organizerId}` as const };
  const fetched = await fetchPack(db, packPorts, theirs);
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  const broken = expect(pipeline(fetched.file, aStalledReader())).rejects.toThrow("may not take it any more");
  await removeMember(db, member.on);
  await broken;
  const row = async () => (await db.select().from(packs).where(eq(packs.publicId, pack.publicId)))[0];
  await expect.poll(row).toMatchObject({ madeAt: null, abortedAt: expect.any(Date) });
});

test("a freeze aborts a kept file between pieces, and one being made", async () => {
  const [member, waiting] = [await aMember(), await aMember()];
  const id = (await createExport(db, { ...member.scope, ...form, kept: true })) ?? "";
  await makeExports({ db, keys: testKeys, stop: new AbortController().signal });
  const wanted = { ...member.scope, id };
  const kept = await findKept(db, wanted);
  if (!kept || "outcome" in kept) throw new Error("it was not made");
  const pieces = await downloadKept(
    db,
    testKeys,
    { ...wanted, list: kept.list },
    { from: 0, to: kept.bytes },
  );
  expect((await pieces.next()).done).toBe(false);
  await removeMember(db, member.on);
  await expect(pieces.next()).rejects.toThrow("may not take it any more");

  const second = (await createExport(db, { ...waiting.scope, ...form, kept: true })) ?? "";
  await changeRows(db, listExports, second, { startedAt: new Date(0), abortedAt: new Date(1) });
  await changeRights(db, { ...waiting.on, role: "viewer", rights: ["view"], seen: null });
  expect(await makeExports({ db, keys: testKeys, stop: new AbortController().signal })).toBe(0);
});

test("a download is aborted when its own session ends, not when another does", async () => {
  const member = await aMember();
  const organizer = { id: member.scope.organizerId };
  const [token, elsewhere] = [await aStolenSession(db, organizer), await aStolenSession(db, organizer)];
  const sessionOf = async (one: string) => (await findSession(db, one))?.id ?? 0;
  const { id, transfer, file } = await download(member, { session: await sessionOf(token) });
  const other = await download(member, { session: await sessionOf(elsewhere) });
  other.transfer.catch(() => {});
  const broken = expect(transfer).rejects.toThrow("has ended");
  await endSession(db, token);
  await broken;
  expect(file.destroyed).toBe(true);
  await expect.poll(() => exportOf(id)).toMatchObject({ completedAt: null, abortedAt: expect.any(Date) });
  expect(other.file.destroyed).toBe(false);
  const alsoBroken = expect(other.transfer).rejects.toThrow("has ended");
  expect(await endSessionsOf(db, organizer.id)).toBe(1);
  await alsoBroken;
});

test("revoking a token aborts its download between two pieces", async () => {
  const { scope } = await aMember();
  const id = (await createExport(db, { ...scope, ...form, kept: true })) ?? "";
  await makeExports({ db, keys: testKeys, stop: new AbortController().signal });
  const kept = await findKept(db, { ...scope, id });
  if (!kept || "outcome" in kept) throw new Error("it was not made");
  const made = await makeToken(db, {
    ...scope,
    actor: `organizer:${scope.organizerId}`,
    name: "A program",
    scopes: ["export-signatures"],
    days: 30,
  });
  if (made.outcome !== "made") throw new Error(made.outcome);
  const by = { token: (await openToken(db, made.token))?.publicId ?? "" };
  const wanted = { ...scope, id, list: kept.list, by };
  const pieces = await downloadKept(db, testKeys, wanted, { from: 0, to: kept.bytes });
  expect((await pieces.next()).done).toBe(false);
  await db.update(apiTokens).set({ revokedAt: new Date() }).where(eq(apiTokens.publicId, by.token));
  await expect(pieces.next()).rejects.toThrow("has ended");
});
