import { lookAtNames } from "#app/domain/names/look-at-names.server.ts";
import type { Db } from "#db/index.ts";
import { draftDueDispatches } from "./draft-due-dispatches.server.ts";
import { finishDispatches } from "./finish-dispatches.server.ts";
import { type SendPorts, sendParts } from "./parts/send-parts.server.ts";
import { startDispatches } from "./start-dispatches.server.ts";

/**
 * Moves every dispatch on that can be: drafts what is due, looks at names that nobody has looked at, begins what was approved, hands mails over, ends what is done.
 * Returns when nothing is due. Safe beside other workers.
 */
export async function runDispatches(db: Db, ports: SendPorts): Promise<void> {
  const { mailing, stop } = ports;
  await draftDueDispatches(db);
  await lookAtNames(db, { stop });
  for (let worked = 1; worked > 0 && !stop.aborted; ) {
    await startDispatches(db, mailing);
    worked = await sendParts(db, ports);
    await finishDispatches(db);
  }
}
