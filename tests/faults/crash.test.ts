// Through failures of provider, connection and worker, everyone gets the update, and gets it once.
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import {
  byChance,
  createProvider,
  createRandom,
  type ProviderOptions,
} from "#tests/support/resend-provider.mjs";
import { addressOf, aGround, aScene, type Scene } from "./scene.ts";
import { faults, further, sizes, tell } from "./sizes.ts";
import { endLeases, openBatches, watchUntilSent } from "./watch.ts";
import { aWorker, byResend, type Worker } from "./worker.ts";

type Plan = {
  seed: number;
  workers: number;
  hangFor: number | null;
  shares?: Partial<Record<keyof typeof faults, number>>;
};

/** A provider that fails randomly, and calls `during` each time a call begins. */
async function aFailingProvider({ seed, hangFor, shares }: Plan, during: (call: number) => void) {
  const chance = byChance(seed, { ...faults, ...shares });
  const options: ProviderOptions = {
    perSecond: 1000,
    hangFor,
    behave: (call) => {
      during(call.number);
      return chance(call);
    },
  };
  const provider = createProvider(options);
  const baseUrl = await provider.listen();
  onTestFinished(provider.close);
  return { provider, baseUrl };
}

/** When to kill: a call, and milliseconds after it began. One is soon after the start. */
function killPlan(seed: number): { call: number; after: number }[] {
  const random = createRandom(seed * 7919);
  const calls = Math.ceil(sizes.people / 100);
  return Array.from({ length: sizes.kills }, (_, place) => ({
    call: place === 0 ? 1 : 2 + Math.floor(random() * (calls - 2)),
    after: Math.floor(random() * 40),
  })).sort((a, b) => a.call - b.call);
}

async function run(how: Plan): Promise<void> {
  const { seed, workers: number } = how;
  const began = Date.now();
  const scene = await aScene(await aGround(), sizes.people);
  const random = createRandom(seed * 104_729);
  const plan = killPlan(seed);
  const kills: Promise<void>[] = [];
  let workers: Worker[] = [];

  const killOne = async () => {
    const victim = workers[Math.floor(random() * workers.length)];
    if (!victim) return;
    await endLeases(scene, await victim.kill());
  };
  const { provider, baseUrl } = await aFailingProvider(how, (call) => {
    while (plan[0] && plan[0].call <= call) {
      const { after } = plan.shift() ?? { after: 0 };
      kills.push(new Promise((done) => setTimeout(done, after)).then(killOne));
    }
  });
  workers = await Promise.all(
    Array.from({ length: number }, (_, place) =>
      aWorker(scene, byResend(baseUrl), `worker-${String.fromCharCode(97 + place)}`),
    ),
  );
  await scene.send();

  const lastWords = () => workers.map((worker) => worker.lastWords()).join("\n");
  const end = await watchUntilSent(scene, { within: 240, lastWords });
  await Promise.all(kills);
  expect(plan, "a kill that did not happen").toEqual([]);
  const { queued, claimed, unknown, failed, accepted } = end.counts;
  const none = { queued: 0, claimed: 0, unknown: 0, failed: 0 };
  expect({ queued, claimed, unknown, failed, accepted }, await openBatches(scene)).toEqual({
    ...none,
    accepted: scene.people,
  });
  await expectEveryoneOnce(scene, provider);
  const [ended] = await scene.db.execute<{ deadlocks: number }>(
    sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  expect(ended?.deadlocks).toBe(0);
  tell(number === 1 ? "crash" : "two workers", {
    seed,
    people: scene.people,
    calls: provider.calls.length,
    failed: provider.calls.filter(({ behaviour }) => behaviour !== "ok").length,
    "refused as too many": provider.calls.filter(({ behaviour }) => behaviour === "rate-limit").length,
    kills: kills.length,
    deadlocks: ended?.deadlocks,
    "ended by itself": workers.reduce((sum, { endedByItself }) => sum + endedByItself, 0),
    looks: end.looks,
    seconds: ((Date.now() - began) / 1000).toFixed(1),
  });
}

async function expectEveryoneOnce(
  scene: Scene,
  { ledger }: ReturnType<typeof createProvider>,
): Promise<void> {
  const all = Array.from({ length: scene.people }, (_, place) => addressOf(place + 1));
  const times = (address: string) => ledger.get(address)?.length ?? 0;
  const never = all.filter((address) => times(address) === 0);
  const again = all.filter((address) => times(address) > 1);
  const what = await openBatches(scene);
  expect({ never: never.length, again: again.length }, `${never[0] ?? again[0]}\n${what}`).toEqual({
    never: 0,
    again: 0,
  });
  expect(ledger.size).toBe(scene.people);
}

test.each(sizes.seeds)("seed %i: everyone gets the update once, through faults and kills", async (seed) => {
  // The transport gives up on a call after 20 seconds. One seed waits for that, the others use less.
  await run({ seed, workers: 1, hangFor: seed === 2 ? null : 1000 });
});

further("two workers at once, through the same faults and kills, send nobody a second mail", async () => {
  await run({ seed: (sizes.seeds[0] ?? 1) + 1000, workers: 2, hangFor: 1000 });
});

further(
  "two workers that are told “too many” at every fifth call, and killed, end no transaction by a deadlock",
  async () => {
    const shares = { "rate-limit": 0.2 };
    await run({ seed: (sizes.seeds[0] ?? 1) + 2000, workers: 2, hangFor: 1000, shares });
  },
);

test("a call refused after it may have been accepted is not split and retried", async () => {
  const scene = await aScene(await aGround(), 300);
  const provider = createProvider({
    perSecond: 1000,
    behave: ({ attempt }) => (["500-after", "refused"] as const)[attempt - 1] ?? "ok",
  });
  onTestFinished(provider.close);
  const worker = await aWorker(scene, byResend(await provider.listen()));
  await scene.send();
  const { counts } = await watchUntilSent(scene, { within: 60, lastWords: worker.lastWords });
  expect(counts).toMatchObject({ unknown: 300, accepted: 0, failed: 0 });
  await expectEveryoneOnce(scene, provider);
});
