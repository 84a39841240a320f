import type { Log } from "#app/lib/log.server.ts";
import type { Db } from "#db/index.ts";
import type { Mailing } from "../deliveries/mailing.ts";
import { startDispatches } from "./start-dispatches.server.ts";

type RunPorts = { mailing: Mailing; log: Log; stop: AbortSignal };

/** Moves every dispatch on that can be. Returns when nothing is due. Safe beside other workers. */
export async function runDispatches(db: Db, { mailing, log, stop }: RunPorts): Promise<void> {
  if (stop.aborted) return;
  const started = await startDispatches(db, mailing);
  if (started > 0) log.info({ started }, "dispatches of letters begun");
}
