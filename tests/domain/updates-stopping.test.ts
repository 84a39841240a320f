// What stops an update, and what is still settled: in batches, and one email at a time.
import { expect, test } from "vitest";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { windDownCancelled } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { resumeSending } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { switches } from "#db/schema/index.ts";
import { aCampaign, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBatchMailing, aDueUpdate, readersOf, runEngine, stateOf, takeAll } from "#tests/support/engine.ts";
import { aStubMailing } from "#tests/support/mail.ts";

const db = await aDatabase();

/** A due update with readers, and its id for commands. */
async function anAudience(people: number) {
  const campaign = await aCampaign(db, organization);
  const readers = await readersOf(db, campaign, people);
  const update = await aDueUpdate(db, campaign);
  const named = { campaignId: campaign.id, publicId: update.publicId, actor: "operator" } as const;
  return { readers, update, named };
}

/** A gate before every answer: closed until opened, once. */
function aGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Batches, and single emails, accepted once the gate is open. */
const ways = [
  {
    way: "a hundred a call",
    people: 550,
    atOnce: 400,
    aMailing(gate: Promise<void>) {
      const { mailing, calls } = aBatchMailing(async (call) => {
        await gate;
        return takeAll(call);
      });
      return { mailing, handedOver: () => calls.flatMap(({ to }) => to) };
    },
  },
  {
    way: "one by one",
    people: 12,
    atOnce: 5,
    aMailing(gate: Promise<void>) {
      const { mailing, tries } = aStubMailing("smtp", async () => {
        await gate;
        return { outcome: "accepted", providerId: null };
      });
      return { mailing, handedOver: () => tries.map(({ to }) => to) };
    },
  },
];

test.each(ways)("no mail goes while sending is paused after a restore: $way", async (one) => {
  const { readers, update } = await anAudience(one.people);
  const gate = aGate();
  const { mailing, handedOver } = one.aMailing(gate.opened);
  const running = runEngine(db, mailing);
  await expect.poll(() => handedOver().length).toBe(one.atOnce);
  await db.insert(switches).values({ name: "sending-paused", reason: "restored from an archive" });
  gate.open();
  await running;
  const { counts } = await readProgress(db, update.id);
  expect(counts).toMatchObject({ accepted: one.atOnce, queued: one.people - one.atOnce });

  await runEngine(db, mailing);
  expect(handedOver()).toHaveLength(one.atOnce);
  expect(await stateOf(db, update)).toMatchObject({ state: "sending" });

  await resumeSending(db, { queued: "send" });
  await runEngine(db, mailing);
  expect(handedOver().sort()).toEqual(readers.map(({ email }) => email).sort());
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("no turn is asked for while sending is paused", async () => {
  const { update } = await anAudience(2);
  const { mailing } = aBatchMailing(takeAll);
  const { batches } = mailing.transport;
  if (!batches) throw new Error("a transport without batches");
  let turns = 0;
  const turn = async () => {
    turns += 1;
  };
  const counting = { ...mailing, transport: { ...mailing.transport, batches: { ...batches, turn } } };
  await db.insert(switches).values({ name: "sending-paused", reason: "restored from an archive" });
  await runEngine(db, counting);
  expect(turns).toBe(0);
  await resumeSending(db, { queued: "send" });
  await runEngine(db, counting);
  expect(turns).toBeGreaterThan(0);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test.each(ways)(
  "once a pause is stored no call begins, and those under way are settled: $way",
  async (one) => {
    const { readers, update, named } = await anAudience(one.people);
    const gate = aGate();
    const { mailing, handedOver } = one.aMailing(gate.opened);
    const running = runEngine(db, mailing);
    await expect.poll(() => handedOver().length).toBe(one.atOnce);
    expect(await pauseByOrganizer(db, named)).toEqual({ outcome: "paused" });
    gate.open();
    await running;
    await runEngine(db, mailing);
    expect(handedOver()).toHaveLength(one.atOnce);
    const { counts } = await readProgress(db, update.id);
    expect(counts).toMatchObject({ accepted: one.atOnce, claimed: 0, queued: one.people - one.atOnce });
    expect(await stateOf(db, update)).toMatchObject({ state: "paused", pauseReason: "organizer" });

    await resumeUpdate(db, mailing, named);
    await runEngine(db, mailing);
    expect(handedOver().sort()).toEqual(readers.map(({ email }) => email).sort());
  },
);

test.each(ways)(
  "what a worker has handed over when its update is cancelled is settled: $way",
  async (one) => {
    const { update, named } = await anAudience(one.people);
    const gate = aGate();
    const { mailing, handedOver } = one.aMailing(gate.opened);
    const running = runEngine(db, mailing);
    await expect.poll(() => handedOver().length).toBe(one.atOnce);
    expect(await cancelUpdate(db, named)).toEqual({ outcome: "cancelled" });
    while ((await windDownCancelled(db)) > 0);
    expect((await readProgress(db, update.id)).counts).toMatchObject({ claimed: one.atOnce, unknown: 0 });
    gate.open();
    await running;
    await runEngine(db, mailing);
    expect(handedOver()).toHaveLength(one.atOnce);
    expect((await readProgress(db, update.id)).counts).toMatchObject({
      accepted: one.atOnce,
      skipped: one.people - one.atOnce,
      claimed: 0,
      unknown: 0,
    });
  },
);
