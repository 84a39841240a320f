import { planSeries } from "#app/domain/entries/pledges/reminders/plan-series.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * Brings the reminders of one pledge, all its versions, to what its meeting, its way of holding and its
 * state ask for. What was queued once is never queued again. Call it with the person locked.
 */
export const planReminders = (tx: Tx, keys: Keys, series: string, now: Date): Promise<void> =>
  planSeries(tx, keys, [series], now);
