import { sendBatches } from "#app/domain/outbox/batches/send-batches.server.ts";
import type { WriteMails } from "#app/domain/outbox/batches/write-mails.server.ts";
import { sendOneByOne } from "#app/domain/outbox/send-one-by-one.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db } from "#db/index.ts";
import { finishUpdates } from "./finish-updates.server.ts";
import { prepareUpdate } from "./prepare-update.server.ts";
import { startDueUpdates } from "./start-due-updates.server.ts";
import { windDownCancelled } from "./wind-down-cancelled.server.ts";

type RunPorts = {
  mailing: Mailing;
  writeMails: WriteMails;
  log: Log;
  stop: AbortSignal;
};

/** After so long it is looked again what is due to begin, was cancelled or is done. */
const roundMs = 5000;

/**
 * Moves every update on that can be: begins those that are due, takes their snapshot, hands mails over,
 * ends those that are done. Returns when nothing is due. Safe beside other workers.
 */
export async function runUpdates(db: Db, { mailing, writeMails, log, stop }: RunPorts): Promise<void> {
  const { batches } = mailing.transport;
  for (let worked = 1; worked > 0 && !stop.aborted; ) {
    await startDueUpdates(db, mailing);
    while (!stop.aborted && (await prepareUpdate(db)));
    while (!stop.aborted && (await windDownCancelled(db)) > 0);

    const round = { writeMails, log, stop, until: Date.now() + roundMs };
    worked = batches
      ? await sendBatches(db, mailing, batches, round)
      : await sendOneByOne(db, mailing, round);
    await finishUpdates(db);
  }
}
