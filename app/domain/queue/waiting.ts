import { sql } from "drizzle-orm";

/** True for a delivery that waits or is under way by itself: updates to their readers wait in batches. In words, as the index has it. */
export const waitsAlone = sql`state in ('queued', 'claimed') and (update_id is null or supporter_id is null)`;

/** True for an email that nobody waits for: it goes after all others. */
export const isBulk = sql`(lane = 'bulk')`;
