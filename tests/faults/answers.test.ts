// Answers of a provider besides accepting, through the built worker: nobody gets a second email.
import { expect, onTestFinished, test } from "vitest";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { type Behaviour, createProvider } from "#tests/support/resend-provider.mjs";
import { aGround, aScene, from } from "./scene.ts";
import { further } from "./sizes.ts";
import { readSnapshot, watchUntilSent } from "./watch.ts";
import { aWorker, byResend } from "./worker.ts";

const people = 250;

/** A provider and a worker; the first tries of every call behave as given, by how often its key was seen. */
async function aRun(behave: (call: { attempt: number; number: number }) => Behaviour) {
  const scene = await aScene(await aGround(), people);
  const provider = createProvider({ perSecond: 1000, behave });
  onTestFinished(provider.close);
  const worker = await aWorker(scene, byResend(await provider.listen()));
  await scene.send();
  const watch = (during?: Parameters<typeof watchUntilSent>[1]["during"]) =>
    watchUntilSent(scene, { within: 60, lastWords: worker.lastWords, ...(during && { during }) });
  const times = () => [...provider.ledger.values()].map((mails) => mails.length);
  return { scene, provider, watch, times };
}

const once = Array(people).fill(1);

further.each(["truncated", "concurrent"] as const)(
  "a call whose first answer is %s is made again, and everyone has one mail",
  async (first) => {
    const { provider, watch, times } = await aRun(({ attempt }) => (attempt === 1 ? first : "ok"));
    const { counts } = await watch();
    expect(counts).toMatchObject({ accepted: people, unknown: 0, failed: 0 });
    expect(times()).toEqual(once);
    const keys = provider.calls.map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([6, 3]);
  },
);

test("a key known with another text is not reused, and its emails are unknown", async () => {
  const { provider, watch, times } = await aRun(({ number }) => (number === 1 ? "invalid-key-reuse" : "ok"));
  const { counts } = await watch();
  const refused = provider.calls[0]?.size ?? 0;
  expect(counts).toMatchObject({ unknown: refused, accepted: people - refused, failed: 0 });
  expect(provider.calls).toHaveLength(3);
  expect(times()).toEqual(Array(people - refused).fill(1));
});

test("a used-up quota pauses an update with the reason; resumed, all get it once", async () => {
  let spent = true;
  const { scene, provider, watch, times } = await aRun(() => (spent ? "quota" : "ok"));
  const { db, campaign, update } = scene;
  await expect.poll(async () => (await readSnapshot(scene)).state, { timeout: 30_000 }).toBe("paused");
  const [row] = await db.query.updates.findMany();
  expect(row).toMatchObject({ pauseReason: "quota", pauseProblem: "quota-used-up" });
  const named = { campaignId: campaign.id, publicId: update.publicId, actor: "operator" } as const;
  await expect.poll(async () => (await readSnapshot(scene)).counts.claimed).toBe(0);
  expect((await readSnapshot(scene)).counts).toMatchObject({ queued: people, accepted: 0 });
  expect(provider.ledger.size).toBe(0);

  spent = false;
  expect(await resumeUpdate(db, { from, localMode: false, rehearsal: false }, named)).toEnd("resumed");
  expect((await watch()).counts).toMatchObject({ accepted: people, unknown: 0, failed: 0 });
  expect(times()).toEqual(once);
});
