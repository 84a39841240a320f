import { sql } from "drizzle-orm";
import type { Batches, Call } from "#app/domain/outbox/batches/batch.ts";
import { makeCall } from "#app/domain/outbox/batches/record-batch-outcome.server.ts";
import { recordEmailOutcome } from "#app/domain/outbox/record-email-outcome.server.ts";
import { callLeaseSeconds } from "#app/domain/queue/email.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Log } from "#app/lib/log.server.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import type { Message, SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import type { ClaimedEmail } from "./claim-emails.server.ts";
import { mayGo } from "./lock-due.server.ts";
import { type Written, writeEmails } from "./write-emails.server.ts";

/**
 * Writes emails that were claimed together. Returns what freezes and sends them in one call. Those that
 * cannot be written go on by themselves.
 */
export async function writeCall(
  db: Db,
  mailing: Mailing,
  { emails, batches, log }: { emails: readonly ClaimedEmail[]; batches: Batches; log: Log },
): Promise<() => Promise<void>> {
  const written = await writeEmails(db, mailing, emails, log);
  const messages = new Map<number, Message>();
  for (const [place, mail] of emails.entries()) {
    const one = ofOneAddress(written[place] as Written);
    if ("outcome" in one) await recordEmailOutcome(db, mailing.keys, mail, one);
    else messages.set(mail.id, one);
  }
  return async () => {
    const call = await freezeCall(db, mailing.transport.name, { emails, messages, batches });
    if (call) await makeCall(db, { call, batches, log });
  };
}

const badAddress: SendOutcome = { outcome: "refused", permanent: true, problem: "bad-address" };
const ofOneAddress = (one: Written) => ("outcome" in one || isOneAddress(one.to) ? one : badAddress);

/**
 * Fixes a call's bytes and key, committed before it is made. Emails that were erased, or may not go any more,
 * drop out. Null when none is left.
 */
async function freezeCall(
  db: Db,
  transport: Mailing["transport"]["name"],
  {
    emails,
    messages,
    batches,
  }: { emails: readonly ClaimedEmail[]; messages: ReadonlyMap<number, Message>; batches: Batches },
): Promise<Call | null> {
  const written = emails.filter(({ id }) => messages.has(id)).sort((a, b) => a.id - b.id);
  return db.transaction(async (tx) => {
    const ours = await tx.execute<{ id: number; going: boolean }>(sql`
      select d.id::int as id, ${mayGo()} as going
      from outbox d join unnest(${sql.param(written.map(({ id }) => id))}::bigint[],
        ${sql.param(written.map(({ attempts }) => attempts))}::int[]) as c (id, attempts) on c.id = d.id
      where d.state = 'claimed' and d.attempts = c.attempts and d.transport is null
      order by d.id for update of d`);
    const held = ours.filter(({ going }) => !going).map(({ id }) => id);
    if (held.length > 0)
      await tx.execute(sql`
        update outbox set state = 'queued', lease_until = null, due_at = now(), attempts = attempts - 1
        where id in ${held}`);
    const emailIds = ours.filter(({ going }) => going).map(({ id }) => id);
    if (emailIds.length === 0) return null;
    const frozen = batches.freeze(emailIds.map((id) => messages.get(id) as Message));
    // The same after the database lost its last second: then the provider knows the call.
    const idempotencyKey = `call-${frozen.sha256.toString("hex")}`;
    const [call] = await tx.execute<{ id: number }>(sql`
      insert into email_batches (email_ids, state, attempts, template_version, body_sha256, idempotency_key,
        transport, frozen_at, lease_until, due_at)
      values (${sql.param(emailIds)}::bigint[], 'frozen', 1, 'none', ${frozen.sha256}, ${idempotencyKey},
        ${transport}, now(), now() + make_interval(secs => ${callLeaseSeconds}),
        now() + make_interval(secs => ${callLeaseSeconds}))
      returning id::float8 as id`);
    await tx.execute(sql`
      update outbox set transport = ${transport}, due_at = 'infinity', lease_until = 'infinity'
      where id in ${emailIds}`);
    if (!call) throw new Error("a call was not stored");
    return { id: call.id, updateId: null, attempts: 1, emailIds, idempotencyKey, frozen };
  });
}
