import { pauseUnwritable } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { watchBreaker } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db } from "#db/index.ts";
import { hasTurn } from "./batch.ts";
import { claimBatch } from "./claim-batch.server.ts";
import { isBatchDue } from "./lock-batch.server.ts";
import { makeCall } from "./record-batch-outcome.server.ts";
import type { WriteMails } from "./write-mails.server.ts";

export type SendRound = {
  writeMails: WriteMails;
  log: Log;
  /** When it aborts, calls under way finish and nothing new is claimed. */
  stop: AbortSignal;
  /** No new batches after this time, in milliseconds since 1970. */
  until: number;
};

/** Concurrent calls: enough to use a provider fully that takes a second for each. */
const atOnce = 4;

/**
 * Hands batches over while there are any that are due: asks for the turn, claims, calls, settles. Safe
 * with other workers. Returns how many batches were worked on.
 */
export async function sendBatches(
  db: Db,
  mailing: Mailing,
  batches: NonNullable<Mailing["transport"]["batches"]>,
  { writeMails, log, stop, until }: SendRound,
): Promise<number> {
  if (!(await isBatchDue(db))) return 0;
  let worked = 0;
  const sender = async () => {
    while (!stop.aborted && Date.now() < until) {
      if (!(await hasTurn(batches, "bulk", stop))) return;
      const claim = await claimBatch(db, { mailing, batches, writeMails });
      if (claim.outcome === "nothing") return;
      worked += 1;
      if (claim.outcome === "settled") continue;
      if (claim.outcome === "unwritable") {
        await pauseUnwritable(db, claim);
        continue;
      }
      const settled = await makeCall(db, { call: claim.batch, batches, log });
      if (settled.outcome === "accepted") await watchBreaker(db, claim.batch.updateId);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return worked;
}
