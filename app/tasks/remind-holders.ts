import { queueDueReminders } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import type { Task } from "./task.ts";

export const remindHolders: Task = async ({ db, mailing, log, stop }) => {
  const queued = await queueDueReminders(db, mailing.keys, undefined, stop);
  if (queued > 0) log.info({ queued }, "reminders to holders queued");
};
