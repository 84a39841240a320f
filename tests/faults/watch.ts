import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { type MailCounts, mailStates } from "#app/domain/outgoing/updates/update.ts";
import type { Scene } from "./scene.ts";

export type Snapshot = {
  state: string;
  prepared: boolean;
  audience: number;
  counts: MailCounts;
  sum: number;
};

/** Reads the update's state, in one statement and so at one instant. */
export async function readSnapshot({ db, update }: Scene): Promise<Snapshot> {
  const sums = sql.join(
    mailStates.map(
      (state) => sql`coalesce(sum(${sql.identifier(state)}), 0)::int as ${sql.identifier(state)}`,
    ),
    sql`, `,
  );
  const [row] = await db.execute<MailCounts & { state: string; prepared: boolean; audience: number }>(sql`
    select u.state, u.prepared_at is not null as prepared, u.audience_size as audience, c.*
    from updates u, lateral (select ${sums} from update_counts where update_id = u.id) c
    where u.id = ${update.id}`);
  if (!row) throw new Error("the update is gone");
  const counts = Object.fromEntries(mailStates.map((state) => [state, row[state]])) as MailCounts;
  const sum = mailStates.reduce((total, state) => total + counts[state], 0);
  return { state: row.state, prepared: row.prepared, audience: row.audience, counts, sum };
}

type Watching = {
  /** Seconds after which it fails. */
  within: number;
  /** True for a failure that the scenario itself causes, such as an outage of the database. */
  tolerate?: (error: unknown) => boolean;
  /** Called at every check. */
  during?: (now: Snapshot) => unknown;
  /** What to print on failure. */
  lastWords: () => string;
};

/**
 * Watches the update until it is sent, checks each time that the states add up to its audience, and moves
 * time on: what is to be tried later is due now.
 */
export async function watchUntilSent(scene: Scene, { within, tolerate, during, lastWords }: Watching) {
  const until = Date.now() + within * 1000;
  for (let rounds = 1; ; rounds++) {
    try {
      const now = await readSnapshot(scene);
      expect(now.sum, JSON.stringify(now)).toBe(now.audience);
      await during?.(now);
      if (now.state === "sent") return { ...now, looks: rounds };
      if (Date.now() > until) {
        throw new Error(
          `not sent within ${within} s: ${JSON.stringify(now)}\n${await openBatches(scene)}\n${lastWords()}`,
        );
      }
      await bringForward(scene);
    } catch (error) {
      if (!tolerate?.(error) || Date.now() > until) throw error;
    }
    await pause(50);
  }
}

/** Ends waits for a retry. Does not touch what a worker holds. */
async function bringForward({ db }: Pick<Scene, "db">): Promise<void> {
  await db.execute(sql`
    update email_batches set due_at = now()
    where state in ('queued', 'frozen') and lease_until is null and due_at > now()`);
  await db.execute(sql`
    update outbox set due_at = now()
    where template = 'update' and state = 'queued' and due_at > now()`);
}

/** Waits until the database has seen that a killed worker is gone: its last statement may still run. */
export async function isGone({ db }: Pick<Scene, "db">, life: string): Promise<void> {
  const left = async () => {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and application_name = ${life}`,
    );
    return row?.n;
  };
  await expect.poll(left, { timeout: 10_000, interval: 10 }).toBe(0);
}

/** Moves time on for what one killed life of a worker held. What others hold is left alone. */
export async function endLeases({ db }: Pick<Scene, "db">, life: string): Promise<void> {
  await isGone({ db }, life);
  const ids = await db.execute<{ id: string }>(sql`
    update email_batches b set due_at = now(), lease_until = now()
    where state in ('queued', 'frozen') and lease_until > now()
      and ${life} = (select by from fault_claims where batch_id = b.id order by began_at desc limit 1)
    returning id`);
  await db.execute(sql`
    update outbox set due_at = now(), lease_until = now()
    where template = 'update' and state = 'claimed' and lease_until > now()
      and id in (select unnest(email_ids) from email_batches
        where id = any (${sql.param(ids.map(({ id }) => id))}::bigint[]))`);
}

/** Expires leases held when the database went away: the answers of those calls could not be stored. */
export async function endLeasesOfAll({ db }: Pick<Scene, "db">): Promise<void> {
  await db.execute(sql`
    update email_batches set due_at = now(), lease_until = now()
    where state in ('queued', 'frozen') and lease_until > now()`);
}

/** Lists batches not accepted, by end or state, for a failure's message. */
export async function openBatches({ db }: Pick<Scene, "db">): Promise<string> {
  const rows = await db.execute(sql`
    select state, problem, count(*)::int as batches, max(attempts) as tries, min(due_at - now()) as due_in,
      max(lease_until - now()) as lease
    from email_batches where state <> 'accepted' group by state, problem`);
  return rows.map((row) => JSON.stringify(row)).join("\n");
}
