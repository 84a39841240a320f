import type { LetterPapers } from "#app/domain/entries/letters/papers.ts";
import { queueEmailsToWriters } from "#app/domain/outgoing/dispatches/end-emails.server.ts";
import { pauseSending } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { claimPart } from "./claim-part.server.ts";
import { freezePart, requeuePart } from "./freeze-part.server.ts";
import { gatherPart } from "./gather-part.server.ts";
import { type ClaimedPart, partTryAtMostSeconds } from "./part.ts";
import { pauseRecipient } from "./pause-after-bounce.server.ts";
import { notMade, recordPartOutcome } from "./record-part-outcome.server.ts";
import { writePart } from "./write-part.server.ts";

export type SendPorts = { mailing: Mailing; papers: LetterPapers; log: Log; stop: AbortSignal };

/** Times an email is rewritten because of withdrawals in the meantime, before it returns to the queue. */
const writtenAtMost = 3;

/**
 * Sends due emails to the company, one after the other: claims, writes, freezes, calls, settles. Safe with
 * other workers. Returns how many were worked on.
 */
export async function sendParts(db: Db, ports: SendPorts): Promise<number> {
  const { mailing, stop } = ports;
  for (let worked = 0; ; worked += 1) {
    if (stop.aborted) return worked;
    const claim = await claimPart(db, mailing);
    if (claim.outcome === "nothing") return worked;
    if (claim.outcome === "settled") continue;
    if (claim.outcome === "pause") {
      const { dispatchId, reason } = claim;
      await db.transaction((tx) => pauseSending(tx, { dispatchId, reason, actor: "system" }, new Date()));
      continue;
    }
    await handOver(db, ports, claim.part);
  }
}

async function handOver(db: Db, ports: SendPorts, part: ClaimedPart): Promise<void> {
  const outcome = await attempt(db, ports, part);
  if (!outcome) return;
  const { state, pause } = await recordPartOutcome(db, part, outcome);
  const { dispatchId } = part;
  await db.transaction(async (tx) => {
    if (pause === "bounces") await pauseRecipient(tx, part.recipientId, new Date());
    else if (pause) await pauseSending(tx, { dispatchId, reason: pause, actor: "system" }, new Date());
    await queueEmailsToWriters(tx, dispatchId, new Date());
  });
  if (outcome.outcome === "accepted") return;
  const { publicId, attempts } = part;
  ports.log.warn(
    { emailId: publicId, attempts, state, problem: outcome.problem },
    "letters were not handed over",
  );
}

/** Null when no call was made: the email ended or waits. */
async function attempt(db: Db, ports: SendPorts, part: ClaimedPart): Promise<SendOutcome | null> {
  const { mailing, log, stop } = ports;
  try {
    for (let written = 0; written < writtenAtMost && !stop.aborted; written += 1) {
      const gathered = await gatherPart(db, mailing.keys, part.partId);
      const mail = await writePart(ports, gathered);
      const frozen = await freezePart(db, mailing, part, { gathered, written: mail });
      if (frozen.outcome === "settled") return null;
      if (frozen.outcome === "written-over") continue;
      return await mailing.transport.send(
        { emailId: part.publicId, ...mail.message },
        {
          idempotencyKey: frozen.idempotencyKey,
          signal: AbortSignal.timeout(partTryAtMostSeconds * 1000),
          lane: "bulk",
        },
      );
    }
    await db.transaction((tx) => requeuePart(tx, part));
    return null;
  } catch (error) {
    log.error({ err: error, emailId: part.publicId }, "a mail with letters could not be made");
    return { outcome: "refused", permanent: false, problem: notMade };
  }
}
