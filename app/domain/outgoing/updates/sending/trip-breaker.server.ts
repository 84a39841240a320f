import { sql } from "drizzle-orm";
import { pauseUpdate } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { breaker } from "#app/domain/outgoing/updates/update.ts";
import type { Db, Tx } from "#db/index.ts";

type Counted = { accepted: number; hardBounced: number; complained: number };

/**
 * Pauses an update with too many bounces or complaints since it was last resumed: after 200 accepted emails,
 * 5 % hard bounces or 0.3 % complaints. Reads the counts without a lock. True when it paused.
 */
export async function tripBreaker(tx: Tx, updateId: number, now: Date): Promise<boolean> {
  const [counted] = await tx.execute<Counted>(sql`
    select coalesce(sum(c.accepted + c.delivered + c.delayed + c.bounced + c.complained), 0)::int
        - u.breaker_base[1] as accepted,
      coalesce(sum(c.hard_bounced), 0)::int - u.breaker_base[2] as "hardBounced",
      coalesce(sum(c.complained), 0)::int - u.breaker_base[3] as complained
    from updates u left join update_counts c on c.update_id = u.id
    where u.id = ${updateId} and u.state = 'sending'
    group by u.id`);
  if (!counted || counted.accepted < breaker.after) return false;

  const { accepted, hardBounced, complained } = counted;
  const reason =
    hardBounced >= accepted * breaker.hardBounces
      ? "bounces"
      : complained >= accepted * breaker.complaints
        ? "complaints"
        : null;
  if (reason === null) return false;
  return pauseUpdate(tx, { updateId, reason, problem: null, actor: "system" }, now);
}

/** Checks the breaker after emails were accepted, since that may reach its minimum. */
export async function watchBreaker(db: Db, updateId: number, now = new Date()): Promise<void> {
  const [some] = await db.$client`
    select from update_counts where update_id = ${updateId} and (hard_bounced > 0 or complained > 0) limit 1`;
  if (some) await db.transaction((tx) => tripBreaker(tx, updateId, now));
}
