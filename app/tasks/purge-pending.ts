import { sweepForms } from "#app/domain/entries/waiting-forms/drop-forms.server.ts";
import { sweepMailEvents } from "#app/domain/outbox/outcomes/sweep-mail-events.server.ts";
import { sweepMailFiles } from "#app/domain/outbox/outcomes/sweep-mail-files.server.ts";
import { sweepErasedNotices } from "#app/domain/queue/erased-notice.server.ts";
import { sweepTraces } from "#app/domain/review/scoring/sweep-traces.server.ts";
import { purgePending, wipeKeptPledges } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import type { Task } from "./task.ts";

/**
 * Deletes unconfirmed entries, what can no longer be undone, failed forms, files of emails without a row, old
 * reports of emails, and traces of requests to sign.
 */
export const purgeUnconfirmed: Task = async ({ db, keys, mailing, log }) => {
  const { files } = mailing.transport;
  const purged = await purgePending(db, files);
  await wipeKeptPledges(db);
  const swept = await sweepMailFiles(db, files);
  const events = await sweepMailEvents(db);
  const traces = await sweepTraces(db);
  const forms = await sweepForms(db, keys);
  const notices = await sweepErasedNotices(db);
  if (purged + swept + events + traces + forms + notices > 0)
    log.info({ purged, swept, events, traces, forms, notices }, "unconfirmed signatures purged");
};
