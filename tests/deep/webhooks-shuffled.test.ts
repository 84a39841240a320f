import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ClaimedBatch } from "#app/domain/outbox/batches/batch.ts";
import { recordBatchOutcome } from "#app/domain/outbox/batches/record-batch-outcome.server.ts";
import { applyMailEvent } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Fate, MailEvent } from "#app/mail/mail-event.ts";
import { emailBatches, outbox, suppressions } from "#db/schema/index.ts";
import { aCampaign, rowsIn, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { after, anEvent, anUpdateUnderWay } from "#tests/support/mail-events.ts";

const db = await aDatabase();

const campaign = await aCampaign(db);

const suppressionsOf = async (email: string) => {
  const rows = await rowsIn(db, suppressions, { addressHmac: hmac(testKeys, "address", email).digest });
  return rows.map(({ reason, createdAt }) => [reason, createdAt]);
};

/** Numbers in [0, 1) by a seed. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(list: T[], random: () => number): T[] {
  const shuffled = [...list];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
  }
  return shuffled;
}

type Reported = { mail: number; fate: Fate; at: Date };

/** The reports on each email, in the order they happen. */
function reportedIn(mails: number, random: () => number): Reported[] {
  const stories: Fate[][] = [
    ["accepted"],
    ["accepted", "delivered"],
    ["accepted", "delayed", "delivered"],
    ["accepted", "delayed", "delayed", "soft-bounce"],
    ["accepted", "hard-bounce"],
    ["accepted", "delivered", "complained"],
    ["accepted", "soft-bounce", "hard-bounce"],
    ["failed", "failed"],
    ["suppressed"],
  ];
  return Array.from({ length: mails }, (_, mail) => {
    const story = stories[Math.floor(random() * stories.length)] ?? [];
    const start = Math.floor(random() * 1000);
    return story.map((fate, place) => ({ mail, fate, at: after(start + place) }));
  }).flat();
}

/** Batches during their calls: every second email is claimed, others wait or are unknown. */
async function underWay(updateId: number, mails: { id: number }[]): Promise<ClaimedBatch[]> {
  const ids = mails.map(({ id }) => id);
  await db.execute(sql`
    update outbox set state = (array['claimed', 'queued', 'claimed', 'unknown'])[1 + id % 4]::email_state,
      lease_until = case when id % 2 = 0 then now() + interval '1 hour' end
    where update_id = ${updateId}`);
  const claimed = ids.filter((id) => id % 2 === 0);
  const batches: ClaimedBatch[] = [];
  for (let from = 0; from < claimed.length; from += 100) {
    const emailIds = claimed.slice(from, from + 100);
    const idempotencyKey = `batch-${randomUUID()}`;
    const batch = await storeRow(db, emailBatches, {
      updateId,
      emailIds,
      state: "frozen",
      attempts: 1,
      templateVersion: "1",
      bodySha256: Buffer.alloc(32),
      idempotencyKey,
      transport: "resend",
      frozenAt: new Date(),
      leaseUntil: after(60),
    });
    const frozen = { body: Buffer.alloc(0), sha256: Buffer.alloc(32), size: emailIds.length };
    batches.push({ id: batch?.id ?? 0, updateId, attempts: 1, emailIds, idempotencyKey, frozen });
  }
  return batches;
}

/** The final state, by the place of each email. */
async function ending(updateId: number, places: Map<number, number>, emails: readonly string[]) {
  const rows = await db.select().from(outbox).where(eq(outbox.updateId, updateId));
  const mails = rows
    .filter(({ template }) => template === "update")
    .map(({ id, state, problem, settledAt, leaseUntil, providerId }) => ({
      place: places.get(id) ?? -1,
      state,
      problem,
      settledAt,
      leaseUntil,
      providerId,
    }))
    .sort((a, b) => a.place - b.place);
  const [counts] = await db.execute(sql`
    select sum(queued + claimed + unknown)::int as open, sum(accepted)::int as accepted,
      sum(delivered)::int as delivered, sum(bounced)::int as bounced, sum(hard_bounced)::int as hard,
      sum(complained)::int as complained, sum(failed)::int as failed, sum(suppressed)::int as suppressed
    from update_counts where update_id = ${updateId}`);
  const kept = await Promise.all(emails.map(suppressionsOf));
  return { mails, counts: { ...counts }, kept: kept.map((one) => one.sort()) };
}

/** Emails reported on, about twice each, every report up to three times: over 10,000 with FULL=1. */
const reported = process.env.FULL ? 2500 : 100;

test("repeated, shuffled webhooks end as they would in order", async () => {
  const reportOrder = reportedIn(reported, seeded(3));
  const idOf = (mail: number) => `provider-${mail}`;

  const run = async (
    webhooks: (events: { event: MailEvent; told: Reported }[]) => MailEvent[],
    atOnce: number,
  ) => {
    const { update, people, mails } = await anUpdateUnderWay(db, campaign, reported);
    const batches = await underWay(update.id, mails);
    const places = new Map(mails.map(({ id }, place) => [id, place]));
    const events = reportOrder.map((one) => ({
      told: one,
      event: anEvent(one.fate, mails[one.mail]?.publicId ?? "", one.at, idOf(one.mail)),
    }));
    const waiting = webhooks(events);
    const calls = waiting.length;
    const settle = async (batch: ClaimedBatch) => {
      const providerIds = batch.emailIds.map((id) => idOf(places.get(id) ?? -1));
      await recordBatchOutcome(db, batch, { outcome: "accepted", providerIds });
    };
    if (atOnce === 1) for (const batch of batches) await settle(batch);
    const worker = async () => {
      for (let event = waiting.shift(); event; event = waiting.shift())
        await applyMailEvent(db, testKeys, event);
    };
    const answers = async () => {
      if (atOnce > 1) for (const batch of batches) await settle(batch);
    };
    await Promise.all([answers(), ...Array.from({ length: atOnce }, worker)]);
    const emails = people.map(({ emailCanonical }) => emailCanonical);
    return { ...(await ending(update.id, places, emails)), calls };
  };

  const inOrder = await run((events) => events.map(({ event }) => event), 1);
  const random = seeded(11);
  const shuffled = await run((events) => {
    const repeated = events.flatMap(({ event }) => Array(1 + Math.floor(random() * 3)).fill(event));
    return shuffle(repeated, random);
  }, 16);

  expect(shuffled.calls).toBeGreaterThan(4 * reported);
  expect(inOrder.counts).toMatchObject({ open: 0 });
  expect(shuffled.counts).toEqual(inOrder.counts);
  expect(shuffled.mails).toEqual(inOrder.mails);
  expect(shuffled.kept).toEqual(inOrder.kept);
}, 120_000);
