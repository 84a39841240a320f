import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { findFreeze, freezeCampaign, unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { exportSignatures } from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { fetchPack } from "#app/domain/outgoing/packs/making/fetch-pack.server.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import type { BulkConditions } from "#app/domain/review/bulk/bulk.ts";
import { approveBulk, askBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import { auditEntries, listExports } from "#db/schema/index.ts";
import { aCampaign, organization, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBegunDispatch,
  aDispatch,
  aLetterCampaign,
  mailsOf,
  runLetters,
} from "#tests/support/dispatches.ts";
import { aBatchMailing, aDueUpdate, readersOf, runEngine, stateOf, takeAll } from "#tests/support/engine.ts";
import { fill } from "#tests/support/fill.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { packPorts } from "#tests/support/packs.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const operator = (campaign: { id: number }) => ({ campaignId: campaign.id, actor: "operator" as const });

test("a manager or approver freezes alone, a manager lifts it, and both are on record", async () => {
  const campaign = await aCampaign(db);
  const [owner, approver, reviewer] = [
    await anOrganizer(db, { campaign }),
    await anOrganizer(db, { campaign, role: "organizer" }),
    await anOrganizer(db, { campaign, role: "reviewer" }),
  ];
  const by = ({ id }: { id: string }) => ({ campaignId: campaign.id, actor: `organizer:${id}` as const });
  expect(await freezeCampaign(db, by(reviewer))).toEqual({ outcome: "gone" });
  expect(await freezeCampaign(db, by(await anOrganizer(db, { campaign: await aCampaign(db) })))).toEqual({
    outcome: "gone",
  });
  expect(await freezeCampaign(db, by(approver))).toEqual({ outcome: "frozen" });
  expect(await freezeCampaign(db, by(owner))).toEqual({ outcome: "already" });
  expect(await findFreeze(db, campaign.id)).toMatchObject({ by: approver.name });
  expect(await unfreezeCampaign(db, by(approver))).toEqual({ outcome: "gone" });
  expect(await unfreezeCampaign(db, by(owner))).toEqual({ outcome: "unfrozen" });
  expect(await findFreeze(db, campaign.id)).toBeNull();
  const actions = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  expect(actions.map(({ action }) => action)).toEqual(["campaign-frozen", "campaign-unfrozen"]);
});

test("a freeze stops an update, which then resumes and reaches everybody once", async () => {
  const campaign = await aCampaign(db, organization);
  const readers = await readersOf(db, campaign, 450);
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(async (call) => {
    await freezeCampaign(db, operator(campaign));
    return takeAll(call);
  });
  await runEngine(db, mailing);
  const before = calls.flatMap(({ to }) => to).length;
  expect(before).toBeLessThan(450);
  expect((await stateOf(db, update)).state).toBe("sending");
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to)).toHaveLength(before);

  await unfreezeCampaign(db, operator(campaign));
  const rest = aBatchMailing(takeAll);
  await runEngine(db, rest.mailing);
  const mailed = [...calls, ...rest.calls].flatMap(({ to }) => to);
  expect(mailed.sort()).toEqual(readers.map(({ email }) => email).sort());
  expect((await stateOf(db, update)).state).toBe("sent");
});

test("in a freeze nothing is approved, begun or resumed, so nothing begins after it", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  const [asker, other] = scene.team;
  if (!asker || !other) throw new Error("it takes two");
  const by = { campaignId: campaign.id, actor: asker.actor };
  const second = { campaignId: campaign.id, actor: other.actor };
  const mailing = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };

  const waits = await anUpdate(db, campaign, { submittedAt: new Date(), submittedById: asker.id });
  const ready = await anUpdate(db, campaign, approved);
  const paused = {
    ...approved,
    state: "paused",
    pausedAt: new Date(),
    pauseReason: "organizer",
    sendAt: new Date(),
  } as const;
  const stopped = await anUpdate(db, campaign, paused);
  await aLetter(db, campaign);
  const dispatch = await aDispatch(db, scene, asker.actor);
  expect((await submitDispatch(db, dispatch)).outcome).toBe("submitted");
  const asked = await askForPack(db, by);
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  await aSignatureOnHold(db, campaign);
  const conditions: BulkConditions = {
    reason: "honeypot",
    domain: null,
    country: null,
    source: null,
    block: null,
    from: null,
    to: null,
  };
  const bulk = await askBulk(db, { ...by, conditions, note: null });
  if (bulk.outcome !== "asked") throw new Error(bulk.outcome);

  const onUpdate = { ...second, publicId: waits.publicId, version: waits.version };
  const actions = {
    update: () => approveUpdate(db, onUpdate),
    updateByOperator: () => approveUpdate(db, { ...onUpdate, ...operator(campaign), alone: true }),
    sending: () => scheduleUpdate(db, mailing, { ...by, publicId: ready.publicId, sendAt: null }),
    goingOn: () => resumeUpdate(db, mailing, { ...by, publicId: stopped.publicId }),
    dispatch: () => approveDispatch(db, testKeys, { ...dispatch, actor: other.actor }),
    dispatchByOperator: () =>
      approveDispatch(db, testKeys, { ...dispatch, ...operator(campaign), alone: true }),
    pack: () => approvePack(db, { ...second, publicId: asked.publicId }),
    packByOperator: () => approvePack(db, { ...operator(campaign), publicId: asked.publicId, alone: true }),
    bulk: () => approveBulk(db, { ...second, number: bulk.number }),
    bulkByOperator: () => approveBulk(db, { ...operator(campaign), number: bulk.number, alone: true }),
  };
  await freezeCampaign(db, operator(campaign));
  for (const [step, act] of Object.entries(actions))
    expect([step, (await act()).outcome]).toEqual([step, "frozen"]);
  await unfreezeCampaign(db, operator(campaign));
  const {
    updateByOperator: _u,
    dispatchByOperator: _d,
    packByOperator: _p,
    bulkByOperator: _b,
    ...once
  } = actions;
  const ends = [];
  for (const act of Object.values(once)) ends.push((await act()).outcome);
  expect(ends).toEqual(["approved", "scheduled", "resumed", "approved", "approved", "changed"]);
});

test("a freeze waits for an approval in progress, and none follows it", async () => {
  const campaign = await aCampaign(db);
  const waiting = sql`select from pg_locks where not granted and pid in (select pid from pg_stat_activity
    where datname = current_database())`;
  const freezing = await db.transaction(async (tx) => {
    expect(await holdFreeze(tx, campaign.id)).toBe(false);
    const pressed = freezeCampaign(db, operator(campaign));
    await expect.poll(async () => (await db.execute(waiting)).length).toBeGreaterThan(0);
    expect(await findFreeze(db, campaign.id)).toBeNull();
    return { pressed };
  });
  expect(await freezing.pressed).toEqual({ outcome: "frozen" });
  await db.transaction(async (tx) => expect(await holdFreeze(tx, campaign.id)).toBe(true));
});

test("a due update does not begin in a frozen campaign, and does in another", async () => {
  const [frozen, other] = [await aCampaign(db, organization), await aCampaign(db, organization)];
  for (const campaign of [frozen, other]) await readersOf(db, campaign, 2);
  const [waits, goes] = [await aDueUpdate(db, frozen), await aDueUpdate(db, other)];
  await freezeCampaign(db, operator(frozen));
  const { mailing } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect([(await stateOf(db, waits)).state, (await stateOf(db, goes)).state]).toEqual(["scheduled", "sent"]);
});

test("letters on their own stop at a freeze, one by one, and continue after it", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  const chosen = [await aLetter(db, campaign), await aLetter(db, campaign), await aLetter(db, campaign)];
  const dispatch = await aBegunDispatch(db, scene, { letters: chosen });
  // Left over from other tests, approved: it would be sent first.
  await db.execute(sql`
    update outbox set due_at = now() - interval '1 hour'
    where letter_part_id in (select id from letter_parts where dispatch_id = ${dispatch.id})`);
  const { mailing } = aStubMailing("file", async () => {
    await freezeCampaign(db, operator(campaign));
    return { outcome: "accepted", providerId: null };
  });
  const states = async () => (await mailsOf(db, dispatch)).map(({ mail }) => mail.state).sort();
  await runLetters(db, mailing);
  expect((await states()).filter((state) => state === "queued").length).toBe(2);
  await runLetters(db, mailing);
  expect((await states()).filter((state) => state === "queued").length).toBe(2);
  await unfreezeCampaign(db, operator(campaign));
  await runLetters(db, aStubMailing("file").mailing);
  expect((await states()).filter((state) => state === "queued").length).toBe(0);
});

test("no pack and no export leaves a frozen campaign, of an organizer or of the operator", async () => {
  const campaign = await aCampaign(db);
  const [asker, approver] = [await anOrganizer(db, { campaign }), await anOrganizer(db, { campaign })];
  const asked = await askForPack(db, { campaignId: campaign.id, actor: `organizer:${asker.id}` });
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  const pack = { campaignId: campaign.id, publicId: asked.publicId };
  await approvePack(db, { ...pack, actor: `organizer:${approver.id}` });
  await freezeCampaign(db, operator(campaign));
  const fetched = await fetchPack(db, packPorts, { ...pack, actor: `organizer:${asker.id}` });
  expect(fetched).toEqual({ outcome: "frozen" });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const list = { campaignSlug: campaign.slug, preset: "full" } as const;
  expect(await exportSignatures(db, testKeys, list, nowhere)).toEqual({ outcome: "frozen" });
  const scope = { campaignId: campaign.id, organizerId: asker.id };
  const form = { preset: "full", filter: usualFilter("full") } as const;
  expect(await createExport(db, { ...scope, ...form })).toBeNull();
});

test("a freeze aborts a download within seconds, and logs it as aborted", async () => {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign });
  await fill(
    db,
    sql`
    insert into supporters (email_canonical, email, name, country)
    select 'f' || n || '@example.org', 'f' || n || '@example.org', repeat('Long Name ', 10) || n, 'US'
    from generate_series(1, 3500) n`,
    sql`
    insert into signatures (campaign_id, supporter_id, petition_version, state, confirmed_at, comment,
      receipt_code)
    select ${campaign.id}, id, 1, 'confirmed', now(), repeat('🌍', 900),
      substr(lpad(id::text, 8, '0'), 1, 4) || '-' || substr(lpad(id::text, 8, '0'), 5, 4) || '-00'
    from supporters where email_canonical like 'f%@example.org' and name like 'Long Name%'`,
  );
  const scope = { campaignId: campaign.id, organizerId: owner.id };
  const id = await createExport(db, { ...scope, preset: "full", filter: usualFilter("full") });
  const fetched = await fetchExport(db, testKeys, { ...scope, id: id ?? "" });
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  const slow = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => void pause(200).then(() => done()),
  });
  const transfer = pipeline(fetched.file, slow);
  await freezeCampaign(db, operator(campaign));
  const began = Date.now();
  await expect(transfer).rejects.toThrow("frozen");
  expect(Date.now() - began).toBeLessThan(5000);
  await expect
    .poll(async () => (await rowsIn(db, listExports, id ?? ""))[0])
    .toMatchObject({ completedAt: null, abortedAt: expect.any(Date) });
});
