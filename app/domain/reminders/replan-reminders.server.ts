import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

/** Plans the reminders of every pledge anew whose meeting, or whose company, was told differently. */
export async function replanReminders(
  _tx: Tx,
  _keys: Keys,
  _of: { meetingId: number } | { targetId: number },
  _now: Date,
): Promise<void> {}
