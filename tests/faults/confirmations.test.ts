// Signing during a large update does not delay the confirmation email.
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { connectToWorkers } from "#app/domain/base/jobs/connect-to-workers.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import { aSignatureInput } from "#tests/support/builders.ts";
import { silent } from "#tests/support/mail.ts";
import { createProvider } from "#tests/support/resend-provider.mjs";
import { sign } from "#tests/support/sign.ts";
import { aGround, aScene } from "./scene.ts";
import { further, tell, whole } from "./sizes.ts";
import { isGone, readSnapshot } from "./watch.ts";
import { aWorker, byResend } from "./worker.ts";

const signers = whole ? 60 : 12;
/** Milliseconds between signers: slower than the provider's five calls a second, which the update uses up. */
const apart = 700;

further("while an update uses every call, 95 of 100 signers get their email in 3 seconds", async () => {
  const ground = await aGround();
  // More than can be sent during all signers at five hundred a second.
  const scene = await aScene(ground, Math.ceil((signers * apart) / 1000 + 10) * 500);
  const provider = createProvider({ perSecond: 5 });
  onTestFinished(provider.close);
  const worker = await aWorker(scene, byResend(await provider.listen()));
  const web = connect(ground.appUrl, { max: 2, name: "undersigned web" });
  const { wakeMail, stop } = await connectToWorkers({ db: web, log: silent });
  onTestFinished(async () => {
    await stop();
    await disconnect(web);
  });
  await scene.send();
  await expect.poll(() => provider.counted.mails, { timeout: 60_000, interval: 50 }).toBeGreaterThan(500);

  const signed: { address: string; at: number }[] = [];
  for (let n = 1; n <= signers; n++) {
    const address = `signer-${n}@people.test`;
    await sign(web, aSignatureInput(scene.campaign, { to: address }));
    wakeMail();
    signed.push({ address, at: Date.now() });
    await new Promise((next) => setTimeout(next, apart));
  }
  const acceptedAt = (address: string) => provider.ledger.get(address)?.[0]?.at;
  await expect
    .poll(() => signed.filter(({ address }) => acceptedAt(address) === undefined).length, { timeout: 20_000 })
    .toBe(0);
  const during = await readSnapshot(scene);
  const waits = signed.map(({ address, at }) => (acceptedAt(address) ?? at) - at).sort((a, b) => a - b);
  const p95 = waits[Math.ceil(waits.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  const refused = provider.calls.filter(({ status }) => status === 429).length;
  tell("confirmations", {
    signers,
    median: `${waits[Math.floor(waits.length / 2)]} ms`,
    "95 of 100": `${p95} ms`,
    longest: `${waits.at(-1)} ms`,
    "refused for haste": refused,
    "mails of the update": during.counts.accepted,
    "calls in the busiest second": provider.busiest().byClock,
  });
  expect(p95, worker.lastWords()).toBeLessThan(3000);
  expect(during.state, "the update was over before all had signed").toBe("sending");
  expect(refused).toBe(0);
  await worker.stop();
});

test("two workers keep one limit of calls, and each signer gets one email", async () => {
  const ground = await aGround();
  const scene = await aScene(ground, 1);
  const provider = createProvider({ perSecond: 20 });
  onTestFinished(provider.close);
  const web = connect(ground.appUrl, { max: 2, name: "undersigned web" });
  onTestFinished(() => disconnect(web));
  const addresses = Array.from({ length: whole ? 200 : 60 }, (_, n) => `signer-${n}@people.test`);
  for (const to of addresses) await sign(web, aSignatureInput(scene.campaign, { to }));
  await scene.db.execute(sql`update outbox set together = 1`);
  await scene.db.execute(
    sql.raw(`
    create table fault_slots (next_at timestamptz);
    create function note_slot() returns trigger language plpgsql security definer
      set search_path = public as $$
    begin
      insert into fault_slots values (new.next_at);
      return null;
    end $$;
    create trigger mail_pace_slots_noted after update on mail_pace for each row
      when (new.next_at > old.next_at) execute function note_slot()`),
  );
  const way = byResend(await provider.listen());
  const workers = await Promise.all([1, 2].map(() => aWorker(scene, way)));
  await expect.poll(() => provider.ledger.size, { timeout: 60_000, interval: 50 }).toBe(addresses.length);
  for (const worker of workers) await worker.stop();

  const refused = provider.calls.filter(({ status }) => status === 429).length;
  const took = ((provider.calls.at(-1)?.at ?? 0) - (provider.calls[0]?.at ?? 0)) / 1000;
  const slots = await scene.db.execute<{ apart: number | null }>(sql`
    select extract(epoch from next_at - lag(next_at) over (order by next_at))::float8 as apart
    from fault_slots order by next_at`);
  const apart = slots.map(({ apart }) => apart ?? 1).toSorted((a, b) => a - b);
  const shortest = `${((apart[0] ?? 0) * 1000).toFixed(0)} ms`;
  tell("two workers", {
    calls: provider.calls.length,
    slots: slots.length,
    "least apart": shortest,
    "refused for haste": refused,
    seconds: took,
  });
  expect(slots.length, "each call takes a slot of both workers' limit").toBeGreaterThanOrEqual(
    provider.calls.length,
  );
  expect(apart.filter((seconds) => seconds < 1 / 20)).toEqual([]);
  expect(refused, "with a limit of its own for each, seven of 207 calls were refused").toBeLessThanOrEqual(2);
  expect(addresses.filter((address) => provider.ledger.get(address)?.length !== 1)).toEqual([]);
});

test("through faults and kills each signer gets one email, though many go in a call", async () => {
  const ground = await aGround();
  const scene = await aScene(ground, 1);
  let calls = 0;
  const next: { kill: (() => Promise<unknown>) | null } = { kill: null };
  const faults = ["hang", "500-after", "reset-after", "500-before", "rate-limit", "truncated"] as const;
  const provider = createProvider({
    perSecond: 100,
    latency: 50,
    hangFor: 300,
    behave: ({ attempt }) => {
      calls += 1;
      if (calls % 9 === 5) next.kill?.();
      return attempt === 1 && calls % 3 === 2 ? (faults[calls % faults.length] ?? "ok") : "ok";
    },
  });
  onTestFinished(provider.close);
  const web = connect(ground.appUrl, { max: 2, name: "undersigned web" });
  onTestFinished(() => disconnect(web));
  const addresses = Array.from({ length: whole ? 3000 : 240 }, (_, n) => `signer-${n}@people.test`);
  for (const to of addresses) await sign(web, aSignatureInput(scene.campaign, { to }));
  // Twenty calls: the fifth and the fourteenth kill.
  await scene.db.execute(sql`update outbox set together = ${whole ? 20 : 12}`);
  const way = byResend(await provider.listen());
  const workers = await Promise.all([1, 2].map((n) => aWorker(scene, way, `worker-${n}`)));
  let kills = 0;
  next.kill = async () => {
    if (kills === 4) return;
    kills += 1;
    const worker = workers[kills % 2];
    if (worker) await isGone(scene, await worker.kill());
    // Also of the worker that lives: another takes up what it has in hand.
    await scene.db.execute(sql`update email_batches set due_at = now(), lease_until = now()
      where state = 'frozen'`);
    await scene.db.execute(sql`update outbox set due_at = now(), lease_until = now()
      where state = 'claimed' and due_at < 'infinity'`);
  };
  /** How many wait; what waits for its next try is due now. */
  const left = async () => {
    await scene.db.execute(sql`update email_batches set due_at = now()
      where state = 'frozen' and lease_until is null and due_at > now()`);
    await scene.db.execute(sql`update outbox set due_at = now() where state = 'queued' and due_at > now()`);
    const [row] = await scene.db.execute<{ n: number }>(
      sql`select count(*)::int as n from outbox where state in ('queued', 'claimed')`,
    );
    return row?.n;
  };
  await expect.poll(left, { timeout: 150_000, interval: 50 }).toBe(0);
  for (const worker of workers) await worker.stop();
  const states = await scene.db.execute(
    sql`select state, problem, count(*)::int as n from outbox group by 1, 2`,
  );
  tell("confirmations together", { calls: provider.calls.length, kills });
  expect(kills).toBeGreaterThan(1);
  expect(
    addresses.filter((address) => provider.ledger.get(address)?.length !== 1),
    JSON.stringify(states),
  ).toEqual([]);
  expect(states).toEqual([{ state: "accepted", problem: null, n: addresses.length }]);
});
