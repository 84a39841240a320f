import { setFlagsFromString } from "node:v8";
import { sendBatches } from "#app/domain/outbox/batches/send-batches.server.ts";
import { sendOneByOne } from "#app/domain/outbox/batches/send-one-by-one.server.ts";
import { countBrought, followSeries } from "#app/domain/outgoing/updates/sending/follow-series.server.ts";
import { prepareUpdates } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import {
  finishUpdates,
  startDueUpdates,
  windDownCancelled,
} from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { TaskPorts } from "./task.ts";

type Ports = Pick<TaskPorts, "db" | "mailing" | "writeMails" | "log" | "stop">;

/** Milliseconds after which updates are checked again: due, cancelled or done. */
const roundMs = 5000;

/** Limits garbage, in percent of what is needed. At 0, V8 lets an update fill 60 MB more. */
const limitGarbage = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Moves every update on that can be: begins due ones, takes their audience, sends emails, ends those that are
 * done. Returns when nothing is due. Safe with other workers.
 */
export async function sendUpdates({ db, mailing, writeMails, log, stop }: Ports): Promise<void> {
  const { batches } = mailing.transport;
  try {
    for (let worked = 1; worked > 0 && !stop.aborted; ) {
      await startDueUpdates(db, mailing);
      await prepareUpdates(db, { stop });
      while (!stop.aborted && (await followSeries(db)));
      while (!stop.aborted && (await windDownCancelled(db)) > 0);

      const round = { writeMails, log, stop, until: Date.now() + roundMs };
      worked = batches
        ? await sendBatches(db, mailing, batches, round)
        : await sendOneByOne(db, mailing, round);
      if (worked > 0) limitGarbage(20);
      await finishUpdates(db);
    }
    while (!stop.aborted && (await countBrought(db)));
  } finally {
    limitGarbage(0);
  }
}
