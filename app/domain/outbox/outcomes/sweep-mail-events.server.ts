import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import type { Db } from "#db/index.ts";

/** Longer than any provider retries. */
const keptDays = periods.mailEventDays;

const chunk = 10_000;

/** Deletes old events, oldest first; their emails keep their states. Returns how many were deleted. */
export async function sweepMailEvents(db: Db, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  let swept = 0;
  for (;;) {
    const { count } = await db.execute(sql`
      delete from email_events where received_at < ${before}::timestamptz
        and id in (select id from email_events order by id limit ${chunk})`);
    swept += count;
    if (count < chunk) return swept;
  }
}
