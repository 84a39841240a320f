import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { exitCodes } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { catchUpWith } from "#app/cli/parts/erasures.ts";
import { addViews } from "#app/domain/activity/add-views.server.ts";
import { readMailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import { readIsMailLate, watchMail } from "#app/domain/activity/watch-mail.server.ts";
import { connectToWorkers } from "#app/domain/base/jobs/connect-to-workers.server.ts";
import { rememberMeetings } from "#app/domain/campaign/meetings/remember-meetings.server.ts";
import { rememberCampaigns } from "#app/domain/campaign/remember-campaigns.server.ts";
import { isRestoring } from "#app/domain/upkeep/archives/restore-archive.server.ts";
import { reportCaughtUp } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { noteRefusals } from "#app/domain/upkeep/refusals/note-refusals.server.ts";
import { answerUnparsed } from "#app/http/answer-unparsed.ts";
import type { AppServices, WhyNotReady } from "#app/http/context.ts";
import { createMetrics } from "#app/http/metrics.ts";
import { createRateLimits } from "#app/http/rate-limits.server.ts";
import { createRefusalNotes } from "#app/http/refusal-notes.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { createViewCounter } from "#app/http/view-counter.ts";
import { redirectConsoleToLog } from "#app/lib/capture-console.server.ts";
import { drainOf } from "#app/lib/drain.server.ts";
import { ConfigurationError, type Env } from "#app/lib/env.server.ts";
import { createLog, type Log } from "#app/lib/log.server.ts";
import { ignoreConnectionErrors } from "#app/lib/lost-connection.server.ts";
import { oneAtATime } from "#app/lib/mutex.ts";
import { chooseTransport, readMailLimit } from "#app/mail/choose.server.ts";
import { builtFor, schemaVersion } from "#db/migrate.ts";
import type { Parent } from "./parent-process.ts";
import { whyNotReady } from "./readiness.server.ts";
import { keepWorker, startWorker } from "./worker-process.ts";

/** Makes the request listener from the services and from what tells why the process is not ready. */
export type MakeListener = (services: AppServices, whyNotReady: WhyNotReady) => RequestListener;

type Parts = {
  web: MakeListener | null;
  /** `child`: in a process of its own, which this one restarts. */
  worker: "here" | "child" | null;
  /** For such a child: its parent keeps the database running and has the port of the metrics. */
  parent?: Parent | undefined;
  /** The server to listen with, if another part needs it too. */
  server?: Server;
  /** Runs before anything listens. */
  prepare?: () => Promise<void>;
  /** Runs once the process works; `address` is where browsers reach it. */
  ready?: (address: string) => Promise<void>;
  /** When to end, for a process that does more than serve; without it, at a signal. */
  until?: Promise<void> | undefined;
  /** Seconds between looks at what is due or to be stored, in place of the usual ones: tests wait for it. */
  lookEvery?: number | undefined;
};

/**
 * Runs web, worker or both until SIGTERM, SIGINT or `until`. Then `/readyz` answers 503, requests are taken
 * for DRAIN_NOTICE_SECONDS more, running ones end (DRAIN_SECONDS at most), jobs end (in a child immediately,
 * so that a short time to stop is enough for its emails), and the embedded database stops if nobody else uses
 * it.
 */
export async function serve(opened: Opened, parts: Parts): Promise<number> {
  const { env, db } = opened;
  const { parent, lookEvery } = parts;
  const log = createLog("info", { process: parent && "worker" });
  ignoreConnectionErrors(log);
  const child =
    parts.worker === "child" ? keepWorker({ log, start: () => startWorker(opened.root) }) : undefined;
  const kept = parent ? undefined : opened.embedded;
  const letDatabaseEnd = kept?.keepRunning({
    restarted: () => log.warn("the embedded PostgreSQL had ended and was started again"),
    failed: (error) => log.error({ err: error }, "the embedded PostgreSQL has ended and does not start"),
  });
  // In development, somebody reads the terminal and Vite writes to it.
  if (!parts.server) redirectConsoleToLog(log);
  try {
    await (parts.prepare ?? (() => requireMigrated(opened)))();
    await refuseHalfRestored(opened);
    await compareErasures(opened, log);
    const transport = chooseTransport(env.mail, db.$client);
    const worker = child ?? (parts.worker && (await loadWorker())({ db, env, log, transport, lookEvery }));
    const { wakeMail, stop } = worker ?? (await connectToWorkers({ db, log }));
    const remembered = { findCampaign: rememberCampaigns(db), listOpenMeetings: rememberMeetings(db) };
    const views = createViewCounter(env.appUrl);
    const counted = { views, refusals: createRefusalNotes() };
    const services = {
      db,
      env,
      log,
      transport,
      limits: createRateLimits(),
      isMailLate: watchMail(() => readIsMailLate(db, env.keys)),
      ...remembered,
      ...counted,
      wakeMail,
    };

    let draining = false;
    const ending = (parts.until ?? Promise.race([signalled(), parent?.left ?? never])).then(() => {
      draining = true;
    });
    const server = parts.web ? (parts.server ?? createServer(checked)) : undefined;
    const drain = server && drainOf(server);
    if (server) {
      const https = env.appUrl.startsWith("https:");
      const of = { https, hstsSubdomains: env.hstsSubdomains, development: false };
      answerUnparsed(server, securityHeaders("personal", undefined, of));
      await listen(server, env);
    }
    const needed = builtFor(join(opened.root, "db"));
    const listener = parts.web?.(services, async () => (draining ? "draining" : whyNotReady(db, needed)));
    // Without a port for metrics, nothing is counted.
    const metrics =
      env.metricsPort === undefined || parent
        ? undefined
        : createMetrics(async () => readMailLanes(db, await readMailLimit(env.mail, db.$client)));
    if (listener) server?.on("request", metrics?.counted(listener) ?? listener);
    const measured =
      metrics &&
      (await listen(
        createServer(checked, metrics.listener),
        { ...env, port: env.metricsPort as number },
        "METRICS_PORT",
      ));
    const flushing = parts.web ? flush(services, lookEvery) : undefined;
    parent?.onWake(wakeMail);
    await worker?.start();
    await parts.ready?.(env.appUrl);

    await ending;
    // The worker ends its jobs while requests are still answered: what those queue waits for the next start.
    child?.stop();
    const whole = (await drain?.({ notice: env.drainNoticeSeconds, atMost: env.drainSeconds })) ?? true;
    measured?.close();
    await flushing?.();
    await stop();
    await transport.close();
    if (!whole) log.warn({ seconds: env.drainSeconds }, "requests under way were cut off");
    return exitCodes.done;
  } catch (error) {
    if (error instanceof ConfigurationError || parts.server || parts.until) throw error;
    log.fatal({ err: error }, "the process ends by an error");
    return exitCodes.failed;
  } finally {
    await child?.stop();
    await letDatabaseEnd?.();
    await opened.close();
    // Remix keeps a timer of five seconds for every page, which would delay the end.
    if (!parts.until) setTimeout(() => process.exit(), 100).unref();
  }
}

/** Loaded only when needed: a process that only serves pages stays smaller. */
const loadWorker = async () => (await import("#app/worker.ts")).createWorker;

const never = new Promise<never>(() => {});

/** Resolves at the first SIGTERM or SIGINT; more of them (npm and a terminal send two) are ignored. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => resolve());
  });
}

/** Seconds between two stores of views, which are in memory until then. */
const viewsStayFor = 10;
/** Seconds between two stores of refusals. */
const refusalsStayFor = 4;

/** Stores sums of views and refusals every few seconds. Returns what stores the rest and ends it. */
function flush({ db, views, refusals, log }: AppServices, lookEvery?: number): () => Promise<void> {
  const storeViews = () =>
    addViews(db, views.take()).catch((error) => log.error({ err: error }, "views were not counted"));
  let isStored = true;
  const storeRefusals = oneAtATime(async () => {
    const taken = refusals.take();
    try {
      for (const noted of await noteRefusals(db, taken)) log.warn({ event: "refused", ...noted }, "refused");
      isStored = true;
    } catch (error) {
      refusals.keep(taken);
      // Logged once: during an outage of the database there is a retry every few seconds.
      if (isStored) log.error({ err: error }, "refusals were not stored yet");
      isStored = false;
    }
  });
  const timers = [
    setInterval(storeViews, (lookEvery ?? viewsStayFor) * 1000),
    setInterval(storeRefusals, (lookEvery ?? refusalsStayFor) * 1000),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await storeViews();
    await storeRefusals();
  };
}

/**
 * Milliseconds that an idle connection is kept: longer than an open page waits between two requests for the
 * count (15 s, public/count.js) and than proxies usually keep theirs (60 s), so that neither opens one for
 * each.
 */
const keptIdleFor = 65_000;

/** Milliseconds, for a list of 512 MB on a slow line. Public bodies get less (app/http/read-bodies.ts). */
const requestAtMost = 3_600_000;

/** Milliseconds that the head of a request may take, checked every few seconds. */
const headAtMost = 15_000;
const checked = { connectionsCheckingInterval: 5000 };

/**
 * Connections of a process: an idle one takes 4 kB, one with an unfinished head 17 kB. Above, idle ones are
 * closed.
 */
const connectionsAtMost = 10_000;

function listen(
  server: Server,
  { port, host }: Pick<Env, "port" | "host">,
  setting: "PORT" | "METRICS_PORT" = "PORT",
): Promise<Server> {
  server.keepAliveTimeout = keptIdleFor;
  server.requestTimeout = requestAtMost;
  server.headersTimeout = headAtMost;
  server.maxConnections = connectionsAtMost;
  server.on("drop", () => server.closeIdleConnections());
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use. Stop what runs there, or change ${setting}.`,
        EACCES: `This account may not use port ${port}. Set ${setting} above 1023.`,
        EADDRNOTAVAIL: `HOST=${host} is not an address of this machine.`,
      };
      reject(new ConfigurationError(why[error.code ?? ""] ?? error.message));
    });
    server.listen(port, host, () => resolve(server));
  });
}

async function requireMigrated({ db, root }: Opened): Promise<void> {
  const [found, needed] = [await schemaVersion(db), builtFor(join(root, "db"))];
  if (found === needed) return;
  throw new ConfigurationError(
    found === null
      ? "The database is empty. Run `npm run cli -- migrate`, then `npm run cli -- seed`."
      : found < needed
        ? "The database has the schema of an older version. Run `npm run cli -- migrate`."
        : "The database has the schema of a newer version. Start that version.",
  );
}

/**
 * Erases again whom a database that went back in time shows, before anybody sees them. A log that cannot be
 * read now does not keep the site from starting: a worker compares each minute.
 */
async function compareErasures(opened: Opened, log: Log): Promise<void> {
  try {
    reportCaughtUp(log, await catchUpWith(opened));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    log.error({ err: error }, "the erasure log was not compared with the database");
  }
}

async function refuseHalfRestored({ db }: Opened): Promise<void> {
  if (!(await isRestoring(db))) return;
  throw new ConfigurationError(
    "A restore of this database did not finish, so it may hold erased people. Empty the database and restore again.",
  );
}
