import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * Brings the reminders of one pledge, all its versions, to what its meeting, its way of holding and its
 * state ask for. What was queued once is never queued again.
 */
export async function planReminders(_tx: Tx, _keys: Keys, _series: string, _now: Date): Promise<void> {}
