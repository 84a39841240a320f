import { purgePending } from "../domain/deliveries/purge-pending.server.ts";
import { sweepMailEvents } from "../domain/deliveries/sweep-mail-events.server.ts";
import { sweepMailFiles } from "../domain/deliveries/sweep-mail-files.server.ts";
import type { Task } from "./task.ts";

/** Deletes what nobody confirmed, files of mails that have lost their row, and old reports of mails. */
export const purgeUnconfirmed: Task = async ({ db, mailing, log }) => {
  const { files } = mailing.transport;
  const purged = await purgePending(db, files);
  const swept = await sweepMailFiles(db, files);
  const events = await sweepMailEvents(db);
  if (purged + swept + events > 0) log.info({ purged, swept, events }, "unconfirmed signatures purged");
};
