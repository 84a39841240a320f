// People unsubscribe while their update is sent: afterwards only the batch being sent reaches them.
import { and, eq, inArray } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { outbox, supporters } from "#db/schema/index.ts";
import { rowIn, testKeys } from "#tests/support/builders.ts";
import { byChance, createProvider, createRandom } from "#tests/support/resend-provider.mjs";
import { addressOf, aGround, aScene, claims, type Scene } from "./scene.ts";
import { faults, sizes, tell, whole } from "./sizes.ts";
import { endLeases, readSnapshot, watchUntilSent } from "./watch.ts";
import { aWorker, byResend } from "./worker.ts";

const leaving = whole ? { unsubscribe: 300, erase: 50 } : { unsubscribe: 60, erase: 15 };

type Leaver = { address: string; how: "unsubscribe" | "erase"; committedAt: number };

/** Chosen by a seed among all, so that some already have their email, some wait, and some are in a call. */
function chooseLeavers(seed: number): { address: string; how: Leaver["how"] }[] {
  const random = createRandom(seed);
  const all = Array.from({ length: sizes.people }, (_, place) => addressOf(place + 1));
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] ?? "", all[last] ?? ""];
  }
  const total = leaving.unsubscribe + leaving.erase;
  const everySoMany = total / leaving.erase;
  return all
    .slice(0, total)
    .map((address, place) => ({ address, how: place % everySoMany === 0 ? "erase" : "unsubscribe" }));
}

async function leave({ db, campaign }: Scene, address: string, how: Leaver["how"]): Promise<void> {
  const person = await rowIn(db, supporters, { emailCanonical: address });
  if (how === "erase") {
    const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
    await eraseSupporter(db, ports, { publicId: person.publicId, actor: "supporter" });
    return;
  }
  await db.transaction((tx) =>
    setConsents(
      tx,
      {
        supporterId: person.id,
        campaignId: campaign.id,
        textVersion: "2026-11",
        locale: "en",
        granted: [],
        asked: ["updates"],
      },
      new Date(),
    ),
  );
}

test.each(sizes.seeds.slice(0, 3))(
  "seed %i: who unsubscribes or is erased is left out from that moment on",
  async (seed) => {
    const scene = await aScene(await aGround(), sizes.people);
    const chance = byChance(seed, faults);
    const killAt = Math.ceil(sizes.people / 100 / 2);
    let kill: Promise<void> | undefined;
    const provider = createProvider({
      perSecond: 1000,
      latency: 200,
      hangFor: 1000,
      behave: (call) => {
        if (call.number === killAt) kill = worker.kill().then((life) => endLeases(scene, life));
        return chance(call);
      },
    });
    const worker = await aWorker(scene, byResend(await provider.listen()));
    onTestFinished(provider.close);
    await scene.send();

    const waiting = chooseLeavers(seed);
    const left: Leaver[] = [];
    let leavers: Promise<unknown> | undefined;
    const leaveInTurn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await leave(scene, next.address, next.how);
        left.push({ ...next, committedAt: Date.now() });
      }
    };
    const { looks } = await watchUntilSent(scene, {
      within: 240,
      lastWords: worker.lastWords,
      during: ({ prepared }) => {
        if (prepared && provider.counted.mails > sizes.people / 10)
          leavers ??= Promise.all([1, 2, 3].map(leaveInTurn));
      },
    });
    await Promise.all([leavers, kill]);
    expect(left).toHaveLength(leaving.unsubscribe + leaving.erase);
    const { sum, audience, counts } = await readSnapshot(scene);
    expect(sum).toBe(audience);
    expect(counts).toMatchObject({ queued: 0, claimed: 0, erased: leaving.erase });

    const mailedTwice = [...provider.ledger].filter(([, accepted]) => accepted.length > 1);
    expect(mailedTwice).toEqual([]);
    const late = await findLate(scene, provider.ledger, left);
    expect(late.wrong).toEqual([]);
    await expectNobodyForgotten(scene, provider.ledger, left);
    tell("leaving", {
      seed,
      people: scene.people,
      left: left.length,
      "mailed before": left.filter(
        ({ address, committedAt }) => (provider.ledger.get(address)?.[0]?.at ?? Infinity) <= committedAt,
      ).length,
      "by a batch under way": late.underWay,
      "not mailed": left.filter(({ address }) => !provider.ledger.has(address)).length,
      unknown: counts.unknown,
      skipped: counts.skipped,
      looks,
    });
  },
);

type Ledger = ReturnType<typeof createProvider>["ledger"];

/** Emails accepted after their reader unsubscribed: `wrong` if the batch was claimed after that too. */
async function findLate({ db }: Scene, ledger: Ledger, left: Leaver[]) {
  const claimed = await claims(db);
  const wrong: unknown[] = [];
  let underWay = 0;
  for (const { address, how, committedAt } of left) {
    for (const { key, at, calledAt } of ledger.get(address) ?? []) {
      if (at <= committedAt) continue;
      const began = claimed
        .get(key)
        ?.filter((claim) => claim <= calledAt)
        .at(-1);
      if (began !== undefined && began <= committedAt) underWay++;
      else wrong.push({ address, how, committedAt, at, calledAt, began });
    }
  }
  return { wrong, underWay };
}

/** Everyone who stayed got the email, or it was in a call that may not be retried and is recorded so. */
async function expectNobodyForgotten({ db, people }: Scene, ledger: Ledger, left: Leaver[]): Promise<void> {
  const gone = new Set(left.map(({ address }) => address));
  const unmailed = Array.from({ length: people }, (_, place) => addressOf(place + 1)).filter(
    (address) => !gone.has(address) && !ledger.has(address),
  );
  if (unmailed.length === 0) return;
  const rows = await db
    .select({ address: supporters.emailCanonical, state: outbox.state })
    .from(outbox)
    .innerJoin(supporters, eq(supporters.id, outbox.supporterId))
    .where(and(eq(outbox.template, "update"), inArray(supporters.emailCanonical, unmailed)));
  expect(rows.filter(({ state }) => state !== "unknown")).toEqual([]);
}
