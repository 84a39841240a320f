import { tryAtMostSeconds } from "#app/domain/queue/email.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { SecretMissing } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { type ClaimedEmail, claimEmails } from "./claim-emails.server.ts";
import { contentOf } from "./find-content.ts";
import { leaseSeconds } from "./lock-due.server.ts";
import { recordEmailOutcome } from "./record-email-outcome.server.ts";

type SendOptions = {
  log: Log;
  /** Concurrent emails. */
  atOnce?: number;
  /** When it aborts, emails under way finish and the rest returns to the queue. */
  stop?: AbortSignal;
  /** Milliseconds of a clock that is never set. */
  clock?: () => number;
};

const batchSize = 100;

/** No call begins in the second half of a lease: the first leaves it more time than any call takes. */
const startsWithinMs = (leaseSeconds * 1000) / 2;

/**
 * Sends what is due until nothing is: claims a batch, sends `atOnce` at a time, and settles each once it was
 * handed over. What waited too long for its turn is claimed again: nothing is sent after its lease. Returns
 * how many tries were made. Safe with other workers.
 */
export async function sendDueEmails(
  db: Db,
  mailing: Mailing,
  { log, atOnce = mailing.transport.atOnce ?? 10, stop, clock = () => performance.now() }: SendOptions,
): Promise<number> {
  let tries = 0;
  while (!stop?.aborted) {
    const latest = clock() + startsWithinMs;
    const isLate = () => clock() > latest;
    const claimed = await claimEmails(db, mailing, batchSize);
    const waiting = [...claimed];
    const sender = async () => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
        if (stop?.aborted) await giveBack(db, mailing, mail, "worker-stopped");
        else if (isLate()) await giveBack(db, mailing, mail, leaseEnds);
        else await sendEmail(db, { ...mailing, isLate }, mail, log);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
    tries += claimed.length;
    if (claimed.length === 0) break;
  }
  return tries;
}

type Sending = Mailing & { isLate: () => boolean };

async function sendEmail(db: Db, mailing: Sending, mail: ClaimedEmail, log: Log): Promise<void> {
  const outcome = await attempt(db, mailing, mail, log);
  const settled = await recordEmailOutcome(db, mailing.keys, mail, outcome);
  // Erased while the email was being written: remove its file too.
  if (settled.outcome === "gone") await mailing.transport.files.remove([mail.publicId]);
  if (outcome.outcome === "accepted") return;
  const state = settled.outcome === "settled" ? settled.state : settled.outcome;
  const { template, attempts } = mail;
  log.warn({ emailId: mail.publicId, template, attempts, state, problem: outcome.problem }, "mail not sent");
}

async function attempt(db: Db, mailing: Sending, mail: ClaimedEmail, log: Log): Promise<SendOutcome> {
  try {
    const content = contentOf(mail.template);
    const written = await content.write(db, mailing, mail.id);
    // If content may be uncertain, the next claim finds out why there is nothing to say and puts it back.
    if (!written) return { outcome: "refused", permanent: !content.unsure, problem: "nothing-to-say" };
    if ("waits" in written) return { outcome: "retry-later", after: 0, problem: written.waits };
    const { email, ...addressed } = written;
    const { pieces, ...rendered } = await mailing.render(email);
    if (mailing.isLate()) return { outcome: "retry-later", after: 0, problem: leaseEnds };
    return await mailing.transport.send(
      { emailId: mail.publicId, ...addressed, ...rendered, html: pieces },
      {
        idempotencyKey: mail.publicId,
        signal: AbortSignal.timeout(tryAtMostSeconds * 1000),
        lane: mail.lane === "bulk" ? "bulk" : "own",
      },
    );
  } catch (error) {
    log.error({ err: error, delivery: mail.publicId }, "a mail could not be made");
    if (error instanceof SecretMissing)
      return { outcome: "retry-later", after: secretSeconds, problem: "secret-missing" };
    return { outcome: "refused", permanent: false, problem: "not-made" };
  }
}

const leaseEnds = "lease-ends";
/** Until an email whose secret is missing is tried again. It spends no try. */
const secretSeconds = 600;

const giveBack = (db: Db, { keys }: Mailing, mail: ClaimedEmail, problem: string) =>
  recordEmailOutcome(db, keys, mail, { outcome: "retry-later", after: 0, problem });
