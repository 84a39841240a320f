import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { draftDueDispatches } from "#app/domain/outgoing/dispatches/drafting/draft-due-dispatches.server.ts";
import { type SendPorts, sendParts } from "#app/domain/outgoing/dispatches/parts/send-parts.server.ts";
import { finishDispatches } from "#app/domain/outgoing/dispatches/sending/finish-dispatches.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import type { Db } from "#db/index.ts";

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
