import { setTimeout as pause } from "node:timers/promises";
import { type Batches, hasTurn } from "#app/domain/outbox/batches/batch.ts";
import { recordEmailOutcome } from "#app/domain/outbox/record-email-outcome.server.ts";
import { leaseSeconds, tryAtMostSeconds } from "#app/domain/queue/email.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { type ClaimedEmail, claimEmails } from "./claim-emails.server.ts";
import { nextUrgency } from "./lock-due.server.ts";
import { openCalls, repeatCall } from "./repeat-call.server.ts";
import { writeCall } from "./send-together.server.ts";
import { type Written, writeEmails } from "./write-emails.server.ts";

type SendOptions = {
  log: Log;
  /** Concurrent emails. */
  atOnce?: number;
  /** When it aborts, emails under way finish and the rest returns to the queue. */
  stop?: AbortSignal;
  /** Milliseconds of a clock that is never set. */
  clock?: () => number;
  /** Milliseconds without an email after which a provider's calls end. */
  lingers?: number;
};

const batchSize = 100;

/** No call begins in the second half of a lease: the first leaves it more time than any call takes. */
const startsWithinMs = (leaseSeconds * 1000) / 2;

/** Calls without an answer at once. */
const openAtMost = 8;

/** One turn in so many is for receipts and notices that wait, also in a wave of confirmations. */
const turnOfReceipts = 5;

/** Milliseconds between looks while nothing is due. */
const lookEvery = 50;

/**
 * Sends what is due until nothing is. A provider's calls are scarce, so there emails that wait go together.
 * Returns how many tries were made. Safe with other workers.
 */
export async function sendDueEmails(db: Db, mailing: Mailing, options: SendOptions): Promise<number> {
  const { batches } = mailing.transport;
  if (batches) return sendByCalls(db, mailing, batches, options);
  // Calls that another transport left open are ended.
  for (let left = 100; left > 0 && (await openCalls(db)).due; left--) await repeatCall(db, mailing, options);
  return sendOneByOne(db, mailing, options);
}

/**
 * Makes calls while anything is due: waits for a turn, and only then claims what is most urgent. One email
 * alone while few wait.
 */
async function sendByCalls(
  db: Db,
  mailing: Mailing,
  batches: Batches,
  { log, stop = new AbortController().signal, clock = () => performance.now(), lingers = 0 }: SendOptions,
): Promise<number> {
  const open = new Set<Promise<unknown>>();
  let tries = 0;
  let turns = 0;
  let last = clock();
  const prepare = async (calls: Awaited<ReturnType<typeof openCalls>>) => {
    const repeat = calls.due ? await repeatCall(db, mailing, { log }) : null;
    if (repeat) return repeat;
    const latest = clock() + startsWithinMs;
    turns += 1;
    const claim = (from: number) =>
      claimEmails(db, mailing, calls.many ? 1 : batches.atMost, { forCall: true, from });
    const receipts = turns % turnOfReceipts === 0 ? await claim(1) : [];
    const emails = receipts.length > 0 ? receipts : await claim(0);
    tries += emails.length;
    const [first] = emails;
    if (!first) return null;
    if (emails.length > 1) return writeCall(db, mailing, { emails, batches, log });
    const sending = { ...mailing, isLate: () => clock() > latest, hadTurn: true };
    return () => sendEmail(db, sending, first, log);
  };
  try {
    while (!stop.aborted) {
      // Read first: a call that ends during the queries below may have returned emails.
      const isQuiet = open.size === 0;
      const calls = await openCalls(db);
      const urgency = calls.due ? 0 : await nextUrgency(db);
      if (urgency === null && isQuiet && (tries === 0 || clock() - last >= lingers)) break;
      if (open.size >= openAtMost) await Promise.race(open);
      if (urgency !== null && !(await hasTurn(batches, urgency === 2 ? "bulk" : "own", stop))) break;
      const make = urgency === null ? null : await prepare(calls);
      if (!make) {
        await pause(lookEvery);
        continue;
      }
      last = clock();
      const call = make()
        .catch((error) => log.error({ err: error }, "a call could not be settled"))
        .finally(() => open.delete(call));
      open.add(call);
    }
  } finally {
    await Promise.all(open);
  }
  return tries;
}

/**
 * Sends what is due until nothing is: claims a batch, sends `atOnce` at a time, and settles each once it was
 * handed over. What waited too long for its turn is claimed again: nothing is sent after its lease.
 */
async function sendOneByOne(
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

type Sending = Mailing & { isLate: () => boolean; hadTurn?: boolean };

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
  const [written] = (await writeEmails(db, mailing, [mail], log)) as [Written];
  if ("outcome" in written) return written;
  if (mailing.isLate()) return { outcome: "retry-later", after: 0, problem: leaseEnds };
  return mailing.transport.send(written, {
    idempotencyKey: mail.publicId,
    signal: AbortSignal.timeout(tryAtMostSeconds * 1000),
    lane: mailing.hadTurn ? null : mail.lane === "bulk" ? "bulk" : "own",
  });
}

const leaseEnds = "lease-ends";

const giveBack = (db: Db, { keys }: Mailing, mail: ClaimedEmail, problem: string) =>
  recordEmailOutcome(db, keys, mail, { outcome: "retry-later", after: 0, problem });
