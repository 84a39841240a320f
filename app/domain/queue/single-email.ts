import { sql } from "drizzle-orm";

/** Emails sent one by one; those of an update wait in batches. Worded exactly as in the index. */
export const isSingleEmail = sql`state in ('queued', 'claimed')
  and (update_id is null or supporter_id is null)`;

/** True for an email nobody waits for: it is sent after all others. */
export const isBulk = sql`(lane = 'bulk')`;
