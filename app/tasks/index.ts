import { sweepSignIn } from "#app/domain/access/sign-in/sweep.server.ts";
import { foldHours } from "#app/domain/activity/fold-hours.server.ts";
import type { QueueName } from "#app/domain/base/jobs/queues.ts";
import { noteMilestones } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { queueNotices } from "#app/domain/campaign/notices/queue-notices.server.ts";
import { remindPendingLetters } from "#app/domain/entries/letters/pending-letters.server.ts";
import { scoreLetters } from "#app/domain/entries/letters/score-letters.server.ts";
import { remindPendingPledges } from "#app/domain/entries/pledges/pending-pledges.server.ts";
import { queueDueReminders } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import { replanAll } from "#app/domain/entries/pledges/reminders/replan-all.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { remindPending } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { deleteFailedForms } from "#app/domain/entries/waiting-forms/delete-failed-forms.server.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { applyMailEvent, sweepMailEvents } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { sweepMailFiles } from "#app/domain/outbox/outcomes/sweep-mail-files.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { draftDueDispatches } from "#app/domain/outgoing/dispatches/drafting/draft-due-dispatches.server.ts";
import { type SendPorts, sendParts } from "#app/domain/outgoing/dispatches/parts/send-parts.server.ts";
import { finishDispatches } from "#app/domain/outgoing/dispatches/sending/end-dispatch.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import { makeExport } from "#app/domain/outgoing/exports/making/make-export.server.ts";
import { wipeExpired } from "#app/domain/outgoing/exports/wipe-exports.server.ts";
import { drawDueImages } from "#app/domain/pages/draw-due-images.server.ts";
import { sweepErasedNotices } from "#app/domain/queue/erased-notice.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import { runBulk } from "#app/domain/review/bulk/run-bulk.server.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { sweepTraces } from "#app/domain/review/scoring/traces.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { catchUp, reportCaughtUp } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { sumUpRefusals } from "#app/domain/upkeep/refusals/note-refusals.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { forgetReaders } from "#app/domain/upkeep/retention/forget-readers.server.ts";
import { purgePending, wipeKeptPledges } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db } from "#db/index.ts";
import { runImports } from "./run-imports.ts";
import { sendUpdates } from "./send-updates.ts";
import type { Task, TaskPorts } from "./task.ts";

/** Logs what a job did, where it did something. */
function logDone(log: Log, done: Record<string, number>, text: string): void {
  if (Object.values(done).some((count) => count > 0)) log.info(done, text);
}

/** Letters of one run: the next one continues a minute later. */
const lettersAtMost = 5000;

/** What each queue's jobs do; `queues` says when. */
export const tasks: Record<QueueName, Task> = {
  "send-mail": async ({ db, mailing, log, stop }) => {
    await sendDueEmails(db, mailing, { log, stop, lingers: 2000 });
  },
  "take-forms": async ({ db, keys, log, stop, wakeMail }) => {
    await processForms(db, keys, { log, stop, onTaken: wakeMail });
  },
  "read-bounces": async ({ db, keys, log, readBounces, wakeMail }) => {
    const read = await readBounces?.(async (event) => {
      const applied = await applyMailEvent(db, keys, event);
      if (applied.outcome === "stored" && applied.paused) wakeMail();
    });
    if (read) logDone(log, { reports: read.reports }, "reports of returned emails were read");
  },
  "send-updates": sendUpdates,
  "tell-signers": async ({ db, log, stop }) =>
    logDone(log, { queued: await queueNotices(db, new Date(), stop) }, "news of a petition queued"),
  letters: ({ db, mailing, papers, log, stop }) => runDispatches(db, { mailing, papers, log, stop }),
  "remind-pending": async ({ db, log }) => {
    const reminded =
      (await remindPending(db)) + (await remindPendingPledges(db)) + (await remindPendingLetters(db));
    logDone(log, { reminded }, "reminded of what waits to be confirmed");
  },
  "publish-totals": async ({ db, mailing }) => {
    await publishTotals(db, mailing.keys);
  },
  "remind-holders": async ({ db, mailing, log, stop }) => {
    const queued = await queueDueReminders(db, mailing.keys, undefined, stop);
    logDone(log, { queued }, "reminders to holders queued");
  },
  "replan-reminders": async ({ db, mailing, log, stop }) => {
    const planned = await replanAll(db, mailing.keys, { stop });
    logDone(log, { planned }, "reminders planned again");
  },
  "score-letters": async ({ db, log, stop }) => {
    const scored = await scoreLetters(db, lettersAtMost, stop);
    logDone(log, { scored }, "letters were compared with others");
  },
  "score-signatures": async ({ db, log, stop }) => {
    const { scored, onHold } = await scoreSignatures(db, { stop });
    logDone(log, { slices: await runBulks(db, stop) }, "an invalidation went on");
    if (onHold > 0) log.info({ scored, onHold }, "signatures wait for an organizer");
  },
  "note-milestones": async ({ db }) => {
    await noteMilestones(db);
  },
  "draw-share-images": async ({ db, drawPicture, log, stop }) => {
    const drawn = await drawDueImages(db, drawPicture, stop);
    logDone(log, { drawn }, "pictures of shared links were drawn");
  },
  "make-exports": async (ports) =>
    logDone(ports.log, { made: await makeExports(ports) }, "files of exports were made"),
  "run-imports": async (ports) =>
    logDone(ports.log, { ran: await runImports(ports) }, "imports were worked on"),
  "purge-pending": async ({ db, keys, mailing, log, stop }) => {
    const { files } = mailing.transport;
    const purged = await purgePending(db, files);
    await wipeKeptPledges(db);
    const swept = await sweepMailFiles(db, files);
    const events = await sweepMailEvents(db);
    const traces = await sweepTraces(db);
    const forms = await deleteFailedForms(db, keys);
    const notices = await sweepErasedNotices(db);
    const readers = await forgetReaders(db, new Date(), stop);
    logDone(log, { purged, swept, events, traces, forms, notices, readers }, "what is old was deleted");
  },
  "sweep-sign-in": async ({ db }) => {
    await sweepSignIn(db);
    await sumUpRefusals(db);
  },
  "weed-names": async ({ db, log, stop }) =>
    logDone(log, { looked: await screenNewNames(db, { stop }) }, "names looked at"),
  "check-erasures": async ({ db, erasing, log }) => reportCaughtUp(log, await catchUp(db, erasing)),
  "erase-closed": async ({ db, mailing, log, stop }) => {
    const erased = await eraseClosed(db, mailing.transport.files, new Date(), stop);
    logDone(log, { erased }, "people of closed campaigns erased");
  },
  "seal-audit": async ({ db, log }) =>
    logDone(log, { sealed: await sealAuditEntries(db) }, "audit entries sealed"),
  "check-counters": async ({ db, mailing, log }) => {
    const read = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
    const drift = await db.transaction((tx) => listCounterDrift(tx), read);
    for (const counter of drift) log.error(counter, "a counter differs from its rows");
    // Sums of shares are not logged: `verify` shows them to the operator.
    const totals = await db.transaction((tx) => listTotalDrift(tx, mailing.keys), read);
    for (const { campaign, counter } of totals)
      log.error({ campaign, counter }, "a total of pledges differs");
  },
  "fold-activity": ({ db }) => foldHours(db),
};

type Ports = Pick<TaskPorts, "db" | "keys" | "stop">;

/**
 * Makes the files that organizers asked to keep, one after the other, and removes expired ones. Returns how
 * many were begun.
 */
export async function makeExports({ db, keys, stop }: Ports, clock = () => new Date()): Promise<number> {
  await wipeExpired(db, clock());
  let made = 0;
  while (!stop.aborted && (await makeExport(db, keys, stop, clock))) made++;
  return made;
}

/** Counts, invalidates and undoes bulks in slices; one can be cancelled in between. Returns the slices. */
export async function runBulks(db: Db, stop?: AbortSignal, now = new Date()): Promise<number> {
  let slices = 0;
  while (!stop?.aborted && (await runBulk(db, now))) slices++;
  return slices;
}

/**
 * Drafts dispatches that are due, reviews new names, begins approved dispatches, sends their emails and ends
 * what is done. Returns when nothing is due.
 */
export async function runDispatches(db: Db, ports: SendPorts): Promise<void> {
  const { mailing, stop } = ports;
  await draftDueDispatches(db);
  await screenNewNames(db, { stop });
  for (let worked = 1; worked > 0 && !stop.aborted; ) {
    await startDispatches(db, mailing);
    worked = await sendParts(db, ports);
    await finishDispatches(db);
  }
}
