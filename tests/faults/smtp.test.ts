// SMTP has no keys: what was being sent when a worker died stays unknown, and nobody gets a second email.
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { breaker } from "#app/domain/outgoing/updates/update.ts";
import { suppressions, updates } from "#db/schema/index.ts";
import { aFakeSmtp, type SmtpBehaviour } from "#tests/support/fake-smtp.ts";
import { createRandom } from "#tests/support/resend-provider.mjs";
import { addressOf, aGround, aScene, from } from "./scene.ts";
import { further, sizes, tell, whole } from "./sizes.ts";
import { endLeases, type Snapshot, watchUntilSent } from "./watch.ts";
import { aWorker } from "./worker.ts";

const people = whole ? 2000 : 150;
/** Emails that the engine sends concurrently through a transport without batches. */
const atOnce = 5;

const shares: [SmtpBehaviour, number][] = [
  ["451-recipient", 0.05],
  ["451-data", 0.05],
  ["550-recipient", 0.03],
  ["550-data", 0.02],
  ["drop-after-data", 0.02],
];

test.each(sizes.seeds.slice(0, 3))(
  "seed %i: by SMTP nobody gets two, and what a crash leaves open is named",
  async (seed) => {
    const scene = await aScene(await aGround(), people);
    const server = await aFakeSmtp();
    const worker = await aWorker(scene, { SMTP_URL: server.url });
    const random = createRandom(seed);
    const killAt = Math.floor(people * (0.2 + 0.5 * random()));
    const refused = new Set<string>();
    const dropped = new Set<string>();
    let kill: Promise<void> | undefined;
    server.behave((to, mail) => {
      if (mail === killAt) kill = worker.kill().then((life) => endLeases(scene, life));
      let left = random();
      for (const [behaviour, share] of shares) {
        left -= share;
        if (left >= 0) continue;
        if (behaviour.startsWith("550")) refused.add(to);
        if (behaviour === "drop-after-data") dropped.add(to);
        return behaviour;
      }
      return "ok";
    });
    await scene.send();
    const end = await watchUntilSent(scene, { within: 240, lastWords: worker.lastWords });
    await kill;
    expect(kill).toBeDefined();

    const times = new Map<string, number>();
    for (const { recipients } of server.received) {
      for (const to of recipients) times.set(to, (times.get(to) ?? 0) + 1);
    }
    expect([...times].filter(([, n]) => n > 1)).toEqual([]);

    const rows = await scene.db.execute<{ address: string; state: string; problem: string | null }>(sql`
    select s.email_canonical as address, d.state, d.problem from outbox d
    join supporters s on s.id = d.supporter_id
    where d.template = 'update'`);
    const of = (state: string) => rows.filter((row) => row.state === state);
    const interrupted = of("unknown").filter(({ problem }) => problem === "interrupted");
    expect(interrupted.length).toBeLessThanOrEqual(atOnce);
    // A dropped connection that the dying worker did not see counts as interrupted.
    expect(
      of("unknown")
        .filter(({ problem }) => problem !== "interrupted")
        .every(({ address }) => dropped.has(address)),
    ).toBe(true);
    const gone = [...of("failed"), ...of("bounced")];
    expect(gone.every(({ address }) => refused.has(address))).toBe(true);
    expect(of("accepted").every(({ address }) => times.get(address) === 1)).toBe(true);
    expect(of("accepted").length + gone.length + of("unknown").length).toBe(people);
    expect(rows.map(({ address }) => address).sort()).toEqual(
      Array.from({ length: people }, (_, n) => addressOf(n + 1)).sort(),
    );
    expect(end.counts).toMatchObject({ queued: 0, claimed: 0 });
    tell("smtp", {
      seed,
      people,
      received: server.received.length,
      failed: of("failed").length,
      bounced: of("bounced").length,
      dropped: dropped.size,
      interrupted: interrupted.length,
      looks: end.looks,
    });
  },
);

further("permanently refused addresses are suppressed, and too many pause the update", async () => {
  const dead = whole ? 500 : 100;
  const all = dead * 4;
  const scene = await aScene(await aGround(), all);
  const server = await aFakeSmtp();
  const isDead = (to: string) => Number(/\d+/.exec(to)?.[0]) % 4 === 0;
  server.behave((to) => (isDead(to) ? "550-recipient" : "ok"));
  const worker = await aWorker(scene, { SMTP_URL: server.url });
  await scene.send();

  const ready = { from, localMode: false, rehearsal: false };
  const named = {
    campaignId: scene.campaign.id,
    publicId: scene.update.publicId,
    actor: "operator",
  } as const;
  const pauses: number[] = [];
  const during = async ({ state, counts }: Snapshot) => {
    if (state !== "paused") return;
    const [paused] = await scene.db.select().from(updates).where(eq(updates.id, scene.update.id));
    expect(paused?.pauseReason).toBe("bounces");
    pauses.push(counts.accepted + counts.bounced);
    expect(await resumeUpdate(scene.db, ready, named)).toEqual({ outcome: "resumed" });
  };
  const { counts } = await watchUntilSent(scene, { within: 240, during, lastWords: worker.lastWords });
  expect(counts).toMatchObject({ accepted: all - dead, bounced: dead, failed: 0, unknown: 0 });
  // Checked after each email; those being sent with it are sent as well.
  expect(pauses[0]).toBeGreaterThanOrEqual(breaker.after);
  expect(pauses[0]).toBeLessThan(breaker.after + 50);
  const suppressed = await scene.db.select().from(suppressions);
  expect(suppressed.map(({ reason }) => reason)).toEqual(Array(dead).fill("hard_bounce"));
  const received = server.received.flatMap(({ recipients }) => recipients);
  expect([received.length, new Set(received).size]).toEqual([all - dead, all - dead]);
  tell("smtp 550", {
    people: all,
    "refused with 550": dead,
    suppressed: suppressed.length,
    "paused first after": pauses[0],
    pauses: pauses.length,
  });
});
