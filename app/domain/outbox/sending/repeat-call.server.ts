import { sql } from "drizzle-orm";
import { type Call, repeatAfter } from "#app/domain/outbox/batches/batch.ts";
import {
  endCall,
  held,
  leaseAgain,
  makeCall,
} from "#app/domain/outbox/batches/record-batch-outcome.server.ts";
import { contents } from "#app/domain/outbox/contents/index.ts";
import { callLeaseSeconds, type EmailState } from "#app/domain/queue/email.ts";
import { findSuppressed } from "#app/domain/queue/find-suppressed.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { isTooOld, whyNotRepeated } from "#app/domain/queue/tries.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import type { ClaimedEmail } from "./claim-emails.server.ts";
import { mayGo } from "./lock-due.server.ts";
import { writeEmails } from "./write-emails.server.ts";

type Open = {
  id: number;
  attempts: number;
  emailIds: number[];
  lastBy: string;
  sha256: Buffer;
  idempotencyKey: string;
  tooOld: boolean;
};

type Member = ClaimedEmail & { state: EmailState; inCall: boolean; going: boolean };

type Repeat = { open: Open; emails: ClaimedEmail[] };

/** Calls without an answer at once: while there are more, new emails go alone. */
const openAtMost = 4;

/** Seconds after which a call counts as one without an answer. */
const slowSeconds = 3;

/** Seconds until a call that may not be repeated now is looked at again. */
const heldSeconds = 30;

/** States that a provider's report gives: then it had taken the call. */
const reported: ReadonlySet<EmailState> = new Set([
  "accepted",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "failed",
  "suppressed",
]);

const ofNoUpdate = sql`state = 'frozen' and update_id is null`;

/** Tells what is open: `due`, a call to be repeated or ended; `many`, so many that no more are begun. */
export async function openCalls(db: Db): Promise<{ due: boolean; many: boolean }> {
  const [open] = await db.execute<{ due: boolean; many: boolean }>(sql`
    select exists (select from email_batches where ${ofNoUpdate} and due_at <= now()) as due,
      (select count(*) from (select from email_batches where ${ofNoUpdate}
        and problem is distinct from ${held} and (unanswered_since is not null
          or frozen_at < now() - make_interval(secs => ${slowSeconds}))
        limit ${openAtMost}) o) = ${openAtMost} as many`);
  return open ?? { due: false, many: false };
}

/**
 * Takes up the call that was due first: its worker died, or its answer was lost. Returns what makes it again,
 * with the same key and bytes; null if it ended or waits. It ends as `unknown` where the same bytes cannot be
 * made, or somebody in it was erased or gets no email any more. What is merely outdated goes again: its
 * reader may have it already, and the others wait for theirs.
 */
export async function repeatCall(
  db: Db,
  mailing: Mailing,
  { log }: { log: Log },
): Promise<(() => Promise<unknown>) | null> {
  const { batches } = mailing.transport;
  const claimed = await db.transaction((tx) => claimRepeat(tx, mailing));
  if (!claimed || !batches) return null;
  const { open, emails } = claimed;
  const written = await writeEmails(db, mailing, emails, log);
  const messages = written.flatMap((one): Message[] => ("outcome" in one ? [] : [one]));
  const isWhole = messages.length === written.length;
  if (!isWhole && written.every((one) => !("outcome" in one) || isForNow(one))) {
    await postpone(db, open, repeatAfter(open.attempts));
    return null;
  }
  const frozen = batches.freeze(messages);
  if (!isWhole || !frozen.sha256.equals(open.sha256)) {
    await db.transaction((tx) => endCall(tx, open, "unknown", "changed-meanwhile"));
    return null;
  }
  const { id, attempts, emailIds, idempotencyKey } = open;
  const call: Call = { id, updateId: null, attempts, emailIds, idempotencyKey, frozen };
  return () => makeCall(db, { call, batches, log });
}

/** True for an email that may be written another time. */
const isForNow = (one: { outcome: string; permanent?: boolean }) => one.permanent !== true;

async function claimRepeat(tx: Tx, { transport, keys }: Mailing): Promise<Repeat | null> {
  const [open] = await tx.execute<Open>(sql`
    select id::float8 as id, attempts, email_ids::float8[] as "emailIds", transport as "lastBy",
      body_sha256 as sha256, idempotency_key as "idempotencyKey",
      ${isTooOld(sql`coalesce(unanswered_since, frozen_at)`)} as "tooOld"
    from email_batches where ${ofNoUpdate} and due_at <= now()
    order by due_at limit 1 for update skip locked`);
  if (!open) return null;
  const found = await tx.execute<Member>(sql`
    select d.id::float8 as id, d.public_id as "publicId", d.template, d.lane, d.attempts, d.state,
      d.due_at = 'infinity' as "inCall", ${mayGo()} as going
    from outbox d where d.id = any (${sql.param(open.emailIds)}::bigint[]) order by d.id for update`);
  // One that somebody sent alone tells nothing of the call.
  const members = found.filter(({ inCall }) => inCall);
  const waiting = members.filter(({ state }) => state === "claimed");
  const end = async (state: "accepted" | "unknown", problem: string | null) => {
    await endCall(tx, open, state, problem);
    return null;
  };

  if (members.some(({ state }) => reported.has(state))) return end("accepted", null);
  const why = transport.batches ? whyNotRepeated(open, transport.name) : "interrupted";
  if (why) return end("unknown", why);
  if (waiting.length < open.emailIds.length) return end("unknown", "not-repeated");
  if (waiting.some(({ going }) => !going)) {
    await postpone(tx, open, heldSeconds, held);
    return null;
  }
  if (await isAnyStopped(tx, keys, waiting)) return end("unknown", "not-repeated");

  const attempts = await leaseAgain(tx, open.id, callLeaseSeconds);
  return { open: { ...open, attempts }, emails: waiting };
}

/** True if an address gets no email any more, or what an email says is uncertain. */
async function isAnyStopped(tx: Tx, keys: Mailing["keys"], emails: readonly Member[]): Promise<boolean> {
  const laneOf = new Map(emails.map(({ id, lane }) => [id, lane]));
  for (const content of contents) {
    const ids = emails.filter(({ template }) => template === content.name).map(({ id }) => id);
    if (ids.length === 0) continue;
    const found = await tx.execute<{ id: number; address: string }>(
      sql`${content.checked} where d.id in ${ids}`,
    );
    if (found.length < ids.length) return true;
    const addressed = found.map((one) => ({ ...one, lane: laneOf.get(one.id) ?? "bulk" }));
    if ((await findSuppressed(tx, keys, addressed)).size > 0) return true;
    if ((await content.unsure?.find(tx, ids))?.size) return true;
  }
  return false;
}

const postpone = (db: Db | Tx, { id, attempts }: Open, seconds: number, problem = "not-made") =>
  db.execute(sql`
    update email_batches set lease_until = null, problem = ${problem},
      due_at = now() + make_interval(secs => ${seconds})
    where id = ${id} and attempts = ${attempts} and state = 'frozen'`);
