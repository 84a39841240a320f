import { purgePending } from "../domain/deliveries/purge-pending.server.ts";
import { sweepMailFiles } from "../domain/deliveries/sweep-mail-files.server.ts";
import type { Task } from "./task.ts";

/** Deletes what nobody confirmed, and files of mails that have lost their row. */
export const purgeUnconfirmed: Task = async ({ db, mailing, log }) => {
  const { files } = mailing.transport;
  const purged = await purgePending(db, files);
  const swept = await sweepMailFiles(db, files);
  if (purged + swept > 0) log.info({ purged, swept }, "unconfirmed signatures purged");
};
