import { sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { queueWriterEmails } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * Ends a cancelled dispatch's emails that wait, or whose worker died; the caller holds the dispatch. What is
 * under way is left to its worker. An email that may have been taken becomes unknown, all others are skipped:
 * the trigger lets their letters wait again, and their names go with a later dispatch. Returns how many
 * became unknown.
 */
export async function endDispatchEmails(tx: Tx, dispatchId: number): Promise<number> {
  // Emails, then letters, then counters: the order of locks everywhere.
  const mails = await tx.execute<{ id: number; open: boolean }>(sql`
    select d.id::float8 as id, d.unanswered_since is not null
      or (d.state = 'claimed' and p.frozen_at is not null) as open
    from outbox d join letter_parts p on p.id = d.letter_part_id
    where p.dispatch_id = ${dispatchId}
      and (d.state = 'queued' or (d.state = 'claimed' and d.lease_until <= now()))
    order by d.id for update of d`);
  if (mails.length === 0) return 0;
  await lockLetters(tx, sql`l.dispatch_id = ${dispatchId} and l.state = 'queued'`);
  const open = mails.flatMap((mail) => (mail.open ? mail.id : []));
  await tx.execute(sql`
    update outbox d set settled_at = now(), problem = 'cancelled', lease_until = null,
      state = (case when d.id = any (${sql.param(open)}::bigint[]) then 'unknown'
        else 'skipped' end)::email_state
    where d.id = any (${sql.param(mails.map(({ id }) => id))}::bigint[])`);
  await releaseNames(tx, dispatchId);
  return open.length;
}

/** Names of emails that were not sent go with a later dispatch. */
const releaseNames = (tx: Tx, dispatchId: number) =>
  tx.execute(sql`
    delete from letter_names where dispatch_id = ${dispatchId} and signature_id in (
      select unnest(p.signature_ids) from letter_parts p join outbox d on d.letter_part_id = p.id
      where p.dispatch_id = ${dispatchId} and d.state = 'skipped')`);

/**
 * Queues an email to each writer whose letter in this dispatch was handed over, bounced or has an unknown
 * outcome: one email a letter, and another one if the letter was requeued and sent again. Needs no locks.
 */
export async function queueEmailsToWriters(tx: Tx, dispatchId: number, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('tell-writers', ${dispatchId}))`);
  const waiting = await tx.execute<{ id: number }>(sql`
    select l.id::float8 as id from letters l
    where l.dispatch_id = ${dispatchId} and l.state in ('filed', 'sent', 'accepted', 'bounced', 'unknown')
      and not exists (select from outbox d where d.letter_id = l.id and d.template = 'letter-sent'
        and not exists (select from returned_letters b
          where b.letter_id = l.id and b.returned_at >= d.created_at))
    order by l.id`);
  if (waiting.length === 0) return;
  await queueWriterEmails(tx, { letterIds: waiting.map(({ id }) => id), template: "letter-sent" }, now);
}
