import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import type { Task } from "./task.ts";

/** Counts again in one snapshot and reports differences; corrects nothing. */
export const checkCounters: Task = async ({ db, mailing, log }) => {
  const read = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  const drift = await db.transaction((tx) => listCounterDrift(tx), read);
  for (const counter of drift) log.error(counter, "a counter differs from its rows");
  // Sums of shares are not logged: `verify` shows them to the operator.
  const totals = await db.transaction((tx) => listTotalDrift(tx, mailing.keys), read);
  for (const { campaign, counter } of totals) log.error({ campaign, counter }, "a total of pledges differs");
};
