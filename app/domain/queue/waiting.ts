import { sql } from "drizzle-orm";

/** Emails that wait one by one; those of an update wait in batches. Written as the index has it. */
export const waitsAlone = sql`state in ('queued', 'claimed') and (update_id is null or supporter_id is null)`;

/** True for an email that nobody waits for: it goes after all others. */
export const isBulk = sql`(lane = 'bulk')`;
