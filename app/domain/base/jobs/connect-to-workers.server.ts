import type { Log } from "#app/lib/log.server.ts";
import { logFailures } from "#app/lib/lost-connection.server.ts";
import type { Db } from "#db/index.ts";
import { openJobs } from "#db/jobs.ts";
import { createWake } from "./wake.server.ts";

/** Returns a function that asks a worker, through the queue, to send email. Needs a migrated database. */
export async function connectToWorkers({ db, log }: { db: Db; log: Log }) {
  const jobs = openJobs(db, { works: false });
  const failed = logFailures(log, "no worker could be woken");
  jobs.on("error", failed);
  await jobs.start();
  const wakeMail = createWake(() => jobs.send("send-mail", {}), failed);
  return { wakeMail, stop: () => jobs.stop({ graceful: false }) };
}
