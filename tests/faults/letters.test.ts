// Through failures of provider, connection and worker, a letter is delivered once, or it is unknown.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { applyMailEvent } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { readMailEvent } from "#app/mail/resend-webhook.server.ts";
import { existing, testKeys } from "#tests/support/builders.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";
import { aPayload } from "#tests/support/mail-events.ts";
import {
  byChance,
  createProvider,
  createRandom,
  type ProviderOptions,
} from "#tests/support/resend-provider.mjs";
import {
  aLetterScene,
  countTimes,
  endPartLeases,
  type LetterScene,
  lettersIn,
  numbersIn,
  openMails,
  watchLetters,
} from "./letters-scene.ts";
import { aGround } from "./scene.ts";
import { further, sizes, tell, whole } from "./sizes.ts";
import { aWorker, byResend, type Worker } from "./worker.ts";

const alone = whole ? 200 : 10;
const inAnnex = whole ? 10_000 : 200;

/** More often than for updates, as there are fewer calls. */
const often = whole ? 0.5 : 1;
const faults = {
  "500-before": 0.08 * often,
  "500-after": 0.1 * often,
  "reset-after": 0.1 * often,
  truncated: 0.05 * often,
  "rate-limit": 0.04 * often,
  hang: 0.02 * often,
};

async function aProvider(options: ProviderOptions) {
  const provider = createProvider({ perSecond: 1000, hangFor: 500, ...options });
  const baseUrl = await provider.listen();
  onTestFinished(provider.close);
  return { provider, baseUrl };
}

const all = (letters: number) => Array.from({ length: letters }, (_, place) => place + 1);

function expectEachOnce(scene: LetterScene, mails: readonly (readonly number[])[]): void {
  const times = countTimes(mails);
  expect([...times].filter(([, n]) => n > 1)).toEqual([]);
  expect([...times.keys()].sort((a, b) => a - b)).toEqual(all(scene.letters));
}

async function throughFaults(seed: number, howMany: number): Promise<void> {
  const began = Date.now();
  const scene = await aLetterScene(await aGround(), { letters: alone, alone: true });
  const random = createRandom(seed * 104_729);
  const chance = byChance(seed, faults);
  const killAt = new Set(
    Array.from(
      { length: sizes.kills },
      (_, place) => 1 + Math.floor(((place + random()) * alone) / sizes.kills),
    ),
  );
  const kills: Promise<void>[] = [];
  let workers: Worker[] = [];
  const kill = async () => {
    const victim = workers[Math.floor(random() * workers.length)];
    if (victim) await endPartLeases(scene, await victim.kill());
  };
  const failures = new Map<string, number>();
  const { provider, baseUrl } = await aProvider({
    behave: (call) => {
      if (killAt.delete(call.number)) kills.push(kill());
      const before = failures.get(call.key) ?? 0;
      // Six failures in a row rightly end as unknown: with kills, this email stays below.
      const behaviour = before === 3 ? "ok" : chance(call);
      if (behaviour !== "ok") failures.set(call.key, before + 1);
      return behaviour;
    },
  });
  const dispatch = await scene.begin();
  workers = await Promise.all(
    Array.from({ length: howMany }, (_, place) => aWorker(scene, byResend(baseUrl), `letters-${place}`)),
  );
  const lastWords = () => workers.map((worker) => worker.lastWords()).join("\n");
  const { states } = await watchLetters(scene, dispatch, { within: 240, lastWords });
  await Promise.all(kills);
  expect(states, await openMails(scene)).toMatchObject({ sent: alone, unknown: 0, bounced: 0, queued: 0 });
  expectEachOnce(scene, provider.delivered.map(lettersIn));
  tell(howMany === 1 ? "letters" : "letters, two workers", {
    seed,
    letters: alone,
    calls: provider.calls.length,
    failed: provider.calls.filter(({ behaviour }) => behaviour !== "ok").length,
    kills: kills.length,
    seconds: ((Date.now() - began) / 1000).toFixed(1),
  });
}

test.each(sizes.seeds.slice(0, 5))(
  "seed %i: each letter on its own arrives once, through faults and kills",
  async (seed) => {
    await throughFaults(seed, 1);
  },
);

test("two workers at once deliver no letter twice", async () => {
  await throughFaults((sizes.seeds[0] ?? 1) + 1000, 2);
});

test.each(whole ? (["500-after", "reset-after", "truncated", "hang"] as const) : (["reset-after"] as const))(
  "a worker killed between freezing and the answer %s repeats the email, taken once",
  async (behaviour) => {
    const scene = await aLetterScene(await aGround(), { letters: 3, alone: false });
    let worker: Worker | undefined;
    let kill: Promise<void> | undefined;
    const keys = new Set<string>();
    const { provider, baseUrl } = await aProvider({
      behave: ({ number, key, mails }) => {
        // Writers are emailed too, once the dispatch is sent.
        if (mails.some((mail) => lettersIn(mail).length > 0)) keys.add(key);
        if (number !== 1) return "ok";
        kill = worker?.kill().then((life) => endPartLeases(scene, life));
        return behaviour;
      },
    });
    worker = await aWorker(scene, byResend(baseUrl));
    const dispatch = await scene.begin();
    const { states } = await watchLetters(scene, dispatch, { within: 60, lastWords: worker.lastWords });
    await kill;
    expect(kill).toBeDefined();
    expect(states).toMatchObject({ sent: 3, unknown: 0 });
    expectEachOnce(scene, provider.delivered.map(lettersIn));
    expect(keys.size).toBe(1);
  },
);

further(
  "a name that is corrected while nobody knows whether the mail was taken makes its letters unknown",
  async () => {
    const scene = await aLetterScene(await aGround(), { letters: 3, alone: false });
    const { provider, baseUrl } = await aProvider({ behave: () => "500-after" });
    const worker = await aWorker(scene, byResend(baseUrl));
    const dispatch = await scene.begin();
    await expect.poll(() => provider.calls.length, { timeout: 30_000 }).toBeGreaterThan(0);
    await scene.db.execute(sql`update supporters set name = 'Corrected' where name = 'Writer 2'`);
    const { states } = await watchLetters(scene, dispatch, { within: 60, lastWords: worker.lastWords });
    expect(states, await openMails(scene)).toMatchObject({ unknown: 3, sent: 0 });
    expectEachOnce(scene, provider.delivered.map(lettersIn));
  },
);

test("an office whose mails bounce gets no more than what was under way", async () => {
  const scene = await aLetterScene(await aGround(), { letters: alone, alone: true });
  const { provider, baseUrl } = await aProvider({ latency: 20 });
  const dispatch = await scene.begin();
  await scene.db.execute(sql`update outbox set due_at = now() where letter_part_id is not null`);
  const worker = await aWorker(scene, byResend(baseUrl));
  // Writers and organizers are emailed, too.
  const toOffice = () => provider.delivered.filter((mail) => lettersIn(mail).length > 0);
  await expect.poll(() => toOffice().length, { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(3);
  const tag = toOffice()[1]?.tags.find(({ name }) => name === "delivery")?.value ?? "";
  const event = existing(
    readMailEvent(aPayload("hard-bounce", tag, new Date()), { id: randomUUID(), signedAt: new Date() }),
  );
  expect(await applyMailEvent(scene.db, testKeys, event)).toEqual({ outcome: "stored", paused: true });
  const before = toOffice().length;
  const lastWords = worker.lastWords;
  const { pauseReason } = await watchLetters(scene, dispatch, { within: 30, until: ["paused"], lastWords });
  expect(pauseReason).toBe("bounces");
  await worker.stop();
  expect(toOffice().length).toBeLessThanOrEqual(before + 1);
  const [queued] = await scene.db.execute<{ n: number }>(
    sql`select count(*)::int as n from outbox where template = 'dispatch-paused'`,
  );
  expect(queued?.n).toBe(2);
  expect([...countTimes(provider.delivered.map(lettersIn)).values()].every((n) => n === 1)).toBe(true);
});

further("by SMTP a letter that was under way at a crash is unknown, and none comes twice", async () => {
  const scene = await aLetterScene(await aGround(), { letters: alone, alone: true });
  const server = await aFakeSmtp();
  const worker = await aWorker(scene, { SMTP_URL: server.url });
  const random = createRandom(7);
  const kills: Promise<void>[] = [];
  const at = new Set([Math.floor(alone / 3), Math.floor((2 * alone) / 3)]);
  server.behave((_, mail) => {
    if (at.delete(mail)) kills.push(worker.kill().then((life) => endPartLeases(scene, life)));
    const left = random();
    return left < 0.1 ? "451-data" : left < 0.15 ? "drop-after-data" : "ok";
  });
  const dispatch = await scene.begin();
  const { states } = await watchLetters(scene, dispatch, { within: 240, lastWords: worker.lastWords });
  await Promise.all(kills);
  expect(kills).toHaveLength(2);
  const times = countTimes(
    server.received.map(({ mail }) =>
      numbersIn(mail.attachments.map(({ content }) => String(content)).join()),
    ),
  );
  expect([...times].filter(([, n]) => n > 1)).toEqual([]);
  const rows = await scene.db.execute<{ n: number; state: string }>(
    sql`select substring(body from 'letter (\\d+)')::int as n, state from letters`,
  );
  expect(rows.filter(({ state }) => state === "sent").every(({ n }) => times.get(n) === 1)).toBe(true);
  expect(rows.every(({ n, state }) => times.has(n) || state === "unknown")).toBe(true);
  expect(states.sent + states.unknown).toBe(alone);
  tell("letters by smtp", { letters: alone, received: server.received.length, unknown: states.unknown });
});

test("many letters of mixed length go in parts, each once, with little memory", async () => {
  const began = Date.now();
  const scene = await aLetterScene(await aGround(), { letters: inAnnex, alone: false, longest: 4900 });
  const { provider, baseUrl } = await aProvider({});
  const worker = await aWorker(scene, byResend(baseUrl));
  const dispatch = await scene.begin();
  const submitted = Date.now();
  let peak = 0;
  const measure = setInterval(() => {
    const status = worker.pid ? readStatus(worker.pid) : "";
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0));
  }, 100);
  onTestFinished(() => clearInterval(measure));
  const { states } = await watchLetters(scene, dispatch, { within: 600, lastWords: worker.lastWords });
  expect(states).toMatchObject({ sent: inAnnex });
  const toCompany = provider.delivered.filter((mail) => lettersIn(mail).length > 0);
  expectEachOnce(scene, toCompany.map(lettersIn));
  tell("annexes", {
    letters: inAnnex,
    mails: toCompany.length,
    "largest mail": `${(Math.max(...toCompany.map((mail) => JSON.stringify(mail).length)) / 1e6).toFixed(1)} MB`,
    "worker's memory": `${Math.round(peak / 1024)} MB`,
    "made ready": `${((submitted - began) / 1000).toFixed(1)} s`,
    sent: `${((Date.now() - submitted) / 1000).toFixed(1)} s`,
  });
});

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
