import { listCounterDrift } from "../domain/campaigns/check-counters.server.ts";
import type { Task } from "./task.ts";

/** Counts again in one snapshot and reports what differs; it corrects nothing. */
export const checkCounters: Task = async ({ db, log }) => {
  const drift = await db.transaction((tx) => listCounterDrift(tx), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  for (const counter of drift) log.error(counter, "a counter differs from its rows");
};
