import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { pauseUpdate } from "./pause-update.server.ts";
import { breaker } from "./update.ts";

type Counted = { accepted: number; hardBounced: number; complained: number };

/**
 * Pauses an update of which too much came back, counted from when it was last resumed: after 200 accepted
 * mails, 5 % hard bounces or 0.3 % complaints. Reads the counts without a lock. True when it paused.
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

/** Looks at every update that is being sent: what came back may have become too much by what was accepted since. */
export async function tripBreakers(db: Db, now = new Date()): Promise<void> {
  const sending = await db.execute<{ id: number }>(sql`
    select distinct u.id::float8 as id from updates u join update_counts c on c.update_id = u.id
    where u.state = 'sending' and (c.hard_bounced > 0 or c.complained > 0)`);
  for (const { id } of sending) await db.transaction((tx) => tripBreaker(tx, id, now));
}
