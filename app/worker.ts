import { type Db, longWork } from "#db/index.ts";
import { listWaiting, openJobs } from "#db/jobs.ts";
import { advanceFutureJobs } from "./domain/activity/bring-forward.server.ts";
import { type QueueName, queueNames, queues } from "./domain/base/jobs/queues.ts";
import { countLocked } from "./domain/entries/waiting-forms/delete-failed-forms.server.ts";
import { areFormsWaiting } from "./domain/entries/waiting-forms/process-forms.server.ts";
import { createWriter } from "./domain/outbox/batches/write-mails.server.ts";
import type { Env } from "./lib/env.server.ts";
import type { Log } from "./lib/log.server.ts";
import { logFailures } from "./lib/lost-connection.server.ts";
import { oneAtATime } from "./lib/mutex.ts";
import { createErasing } from "./mail/erasing.server.ts";
import { createMailing } from "./mail/mailing.server.ts";
import { type BounceMailbox, readMailbox } from "./mail/returned.server.ts";
import type { Transport } from "./mail/transport.ts";
import { letterPapers } from "./pdf/letter-papers.ts";
import { drawPicture } from "./pictures/pictures.ts";
import { tasks } from "./tasks/index.ts";
import type { TaskPorts } from "./tasks/task.ts";

type WorkerOptions = {
  db: Db;
  env: Env;
  log: Log;
  transport: Transport;
  /** Seconds between checks for forms and jobs in place of the usual ones: tests wait for each. */
  lookEvery?: number | undefined;
};

export type Worker = {
  start(): Promise<void>;
  /** Email is waiting: sends it now, for a caller in the same process. */
  wakeMail(): void;
  /** Takes no new work, lets running jobs and emails end, and returns claimed emails to the queue. */
  stop(): Promise<void>;
};

/** Seconds between checks for due email: for missed wake-ups and for retries. */
const checkEvery = 2;
/** Seconds between checks for waiting forms. They send no notification, which would slow down the answer. */
const takeFormsEvery = 0.5;
/** Seconds between checks for jobs, of all queues at once. */
const checkForJobsEvery = 0.5;
/** Seconds between checks for what waits as the database's clock was set back, or a secret is missing. */
const bringForwardEvery = 60;
/** Seconds between pg-boss's own checks, one for each queue, in case ours miss one. */
const pollEvery = 30;
/** Jobs fetched at once: each queue holds wake-ups, and one run serves all of them. */
const jobsAtOnce = 100;
const stopWithin = 30_000;

const readFrom =
  (mailbox: BounceMailbox, stop: AbortSignal): TaskPorts["readBounces"] =>
  (take) =>
    readMailbox(mailbox, take, { stop });

/** Works off the queues and sends emails. Any number may run in parallel. */
export function createWorker({ db, env, log, transport, lookEvery }: WorkerOptions): Worker {
  const long = longWork(db);
  const jobs = openJobs(long, { works: true });
  const stopping = new AbortController();
  const mailing = createMailing(env, transport);
  const ports = {
    db: long,
    keys: env.keys,
    mailing,
    writeMails: createWriter(db, mailing),
    erasing: createErasing(env, transport),
    papers: letterPapers,
    drawPicture,
    readBounces: env.mail.bounces && readFrom(env.mail.bounces, stopping.signal),
    log,
    wakeMail: () => wakeMail(),
    stop: stopping.signal,
  };
  /** For what people wait for, which no single connection may stop. */
  const prompt = { ...ports, db };
  const sending = {
    "send-mail": oneAtATime(() => tasks["send-mail"](prompt)),
    "take-forms": oneAtATime(async () => {
      if (await areFormsWaiting(db)) await tasks["take-forms"](prompt);
    }),
    "send-updates": oneAtATime(() => tasks["send-updates"](prompt)),
    letters: oneAtATime(() => tasks.letters(ports)),
    "score-signatures": oneAtATime(() => tasks["score-signatures"](ports)),
    "make-exports": oneAtATime(() => tasks["make-exports"](ports)),
    "draw-share-images": oneAtATime(() => tasks["draw-share-images"](ports)),
    "run-imports": oneAtATime(() => tasks["run-imports"](ports)),
  };
  let check: NodeJS.Timeout | undefined;
  let checkForForms: NodeJS.Timeout | undefined;
  let checkForJobs: NodeJS.Timeout | undefined;
  let checkAhead: NodeJS.Timeout | undefined;

  const failed = logFailures(log, "a job failed");
  /** pg-boss stores what a job throws; a database's message may quote personal data, so it gets none. */
  const tellAndFail = (error: unknown) => {
    failed(error);
    throw new Error("the log says why");
  };
  /**
   * Requested emails, updates, letters, scores, exports, pictures and imports run in parallel: none waits for
   * another.
   */
  const wake = (name: keyof typeof sending) => {
    if (!stopping.signal.aborted) sending[name]().catch(failed);
  };
  const isSending = (name: QueueName): name is keyof typeof sending => name in sending;
  const wakeMail = () => wake("send-mail");
  const wakeAll = () => {
    wakeMail();
    wake("send-updates");
    wake("letters");
    wake("score-signatures");
    wake("make-exports");
    wake("run-imports");
  };
  jobs.on("error", failed);
  /** pg-boss's worker id of each queue. */
  const workers = new Map<string, string>();
  const fetchWaiting = oneAtATime(async () => {
    for (const name of await listWaiting(db)) jobs.notifyWorker(workers.get(name) ?? "");
  });

  const makeAheadDue = oneAtATime(async () => {
    const ahead = await advanceFutureJobs(db);
    if (ahead.emails + ahead.forms + ahead.jobs > 0)
      log.warn(ahead, "the database's clock was put back: what waited for its old time is due now");
  });
  const reportLocked = oneAtATime(async () => {
    const forms = await countLocked(db, env.keys);
    if (Object.keys(forms).length > 0)
      log.error({ forms }, "forms wait for a secret that is missing in SECRET: counted by its key");
  });

  return {
    async start() {
      await makeAheadDue();
      await jobs.start();
      for (const name of queueNames) {
        // A wake-up ends at once: the work it starts may outlast a job's limit.
        const work = isSending(name) ? async () => wake(name) : () => tasks[name](ports).catch(tellAndFail);
        const options = { pollingIntervalSeconds: pollEvery, batchSize: jobsAtOnce };
        workers.set(name, await jobs.work(name, options, work));
        const { cron } = queues[name];
        if (cron) await jobs.schedule(name, cron);
      }
      check = setInterval(wakeAll, checkEvery * 1000);
      checkForForms = setInterval(() => wake("take-forms"), (lookEvery ?? takeFormsEvery) * 1000);
      checkForJobs = setInterval(() => fetchWaiting().catch(failed), (lookEvery ?? checkForJobsEvery) * 1000);
      checkAhead = setInterval(() => {
        makeAheadDue().catch(failed);
        reportLocked().catch(failed);
      }, bringForwardEvery * 1000);
      wakeAll();
      wake("draw-share-images");
    },
    wakeMail,
    async stop() {
      clearInterval(check);
      clearInterval(checkForForms);
      clearInterval(checkForJobs);
      clearInterval(checkAhead);
      stopping.abort();
      await jobs.stop({ graceful: true, timeout: stopWithin });
      await Promise.all(Object.values(sending).map((send) => send().catch(failed)));
    },
  };
}
