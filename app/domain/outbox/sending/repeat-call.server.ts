import { sql } from "drizzle-orm";
import { type Call, repeatAfter } from "#app/domain/outbox/batches/batch.ts";
import { contents } from "#app/domain/outbox/contents/index.ts";
import { callLeaseSeconds, type EmailState, repeatableHours } from "#app/domain/queue/email.ts";
import { findSuppressed } from "#app/domain/queue/find-suppressed.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import type { ClaimedEmail } from "./claim-emails.server.ts";
import { mayGo } from "./lock-due.server.ts";
import { makeCall } from "./send-together.server.ts";
import { writeEmails } from "./write-emails.server.ts";

type Open = {
  id: number;
  attempts: number;
  emailIds: number[];
  transport: string;
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

/** Seconds until a call that may not be repeated now is looked at again, and what is noted of it. */
const heldSeconds = 30;
const held = "held";

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
): Promise<(() => Promise<void>) | null> {
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
    select id::float8 as id, attempts, email_ids::float8[] as "emailIds", transport, body_sha256 as sha256,
      idempotency_key as "idempotencyKey",
      coalesce(unanswered_since, frozen_at) < now() - make_interval(hours => ${repeatableHours}) as "tooOld"
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
  if (open.transport !== transport.name || !transport.batches) return end("unknown", "interrupted");
  if (open.tooOld) return end("unknown", "too-old-to-repeat");
  if (waiting.length < open.emailIds.length) return end("unknown", "not-repeated");
  if (waiting.some(({ going }) => !going)) {
    await postpone(tx, open, heldSeconds, held);
    return null;
  }
  if (await isAnyStopped(tx, keys, waiting)) return end("unknown", "not-repeated");

  const attempts = open.attempts + 1;
  await tx.execute(sql`
    update email_batches set attempts = ${attempts}, problem = null,
      unanswered_since = coalesce(unanswered_since, frozen_at),
      lease_until = now() + make_interval(secs => ${callLeaseSeconds}),
      due_at = now() + make_interval(secs => ${callLeaseSeconds})
    where id = ${open.id}`);
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

/** Ends a call, and those of its emails that no report has ended. */
async function endCall(
  tx: Tx,
  { id, attempts, emailIds }: Open,
  state: "accepted" | "unknown",
  problem: string | null,
): Promise<void> {
  const ended = await tx.execute(sql`
    update email_batches set state = ${state}, problem = ${problem}, lease_until = null, settled_at = now()
    where id = ${id} and attempts = ${attempts} and state = 'frozen' returning id`);
  if (ended.length === 0) return;
  await tx.execute(sql`
    update outbox set state = ${state}, problem = ${problem}, lease_until = null, settled_at = now()
    where id = any (${sql.param(emailIds)}::bigint[]) and state = 'claimed'`);
}
