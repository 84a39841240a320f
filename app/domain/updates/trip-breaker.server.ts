import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { pauseUpdate } from "./pause-update.server.ts";
import { breaker } from "./update.ts";

type Back = { taken: number; hardBounced: number; complained: number };

/**
 * Stops an update of which too much came back since it began or was resumed. It reads the counts without a
 * lock, so it waits for nobody unless it trips; what is not committed yet is seen with the next mail. True when it
 * stopped the update.
 */
export async function tripBreaker(tx: Tx, updateId: number, now: Date): Promise<boolean> {
  const [back] = await tx.execute<Back>(sql`
    select (sum(c.accepted + c.delivered + c.delayed + c.bounced + c.complained) - u.breaker_base[1])::int as taken,
      (sum(c.hard_bounced) - u.breaker_base[2])::int as "hardBounced",
      (sum(c.complained) - u.breaker_base[3])::int as complained
    from updates u join update_counts c on c.update_id = u.id
    where u.id = ${updateId} and u.state = 'sending'
    group by u.id`);
  if (!back || back.taken < breaker.after) return false;
  const complaints = back.complained >= breaker.complaints * back.taken;
  if (!complaints && back.hardBounced < breaker.hardBounces * back.taken) return false;
  const reason = complaints ? "complaints" : "bounces";
  return pauseUpdate(tx, { updateId, reason, problem: null, actor: "system" }, now);
}
