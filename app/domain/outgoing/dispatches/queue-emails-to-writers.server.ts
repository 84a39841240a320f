import { sql } from "drizzle-orm";
import { queueWriterEmails } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import type { Tx } from "#db/index.ts";

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
