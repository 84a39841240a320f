import { queueNotices } from "#app/domain/campaign/notices/queue-notices.server.ts";
import type { Task } from "./task.ts";

/** Queues an email to everybody who agreed to hear of a new petition. */
export const tellSigners: Task = async ({ db, log, stop }) => {
  const queued = await queueNotices(db, new Date(), stop);
  if (queued > 0) log.info({ queued }, "news of a petition queued");
};
