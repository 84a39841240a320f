import { sql } from "drizzle-orm";

/** Emails sent one by one; those of an update wait in batches. Worded exactly as in the index. */
export const isSingleEmail = sql`state in ('queued', 'claimed')
  and (update_id is null or supporter_id is null)`;

/**
 * Places an email before all of a higher number: 0 has somebody who waits at a screen, 1 confirms what was
 * done, 2 is one of many. Worded exactly as in the index.
 */
export const urgency = sql`(case when lane = 'bulk' or letter_part_id is not null then 2
  when lane = 'asked' or supporter_id is null or campaign_id is null then 0 else 1 end)`;
