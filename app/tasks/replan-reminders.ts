import { replanAll } from "#app/domain/entries/pledges/reminders/replan-all.server.ts";
import type { Task } from "./task.ts";

/** Plans reminders again: when a date changed, and each hour for dates that have become too old. */
export const replanHolders: Task = async ({ db, mailing, log, stop }) => {
  const planned = await replanAll(db, mailing.keys, { stop });
  if (planned > 0) log.info({ planned }, "reminders planned again");
};
