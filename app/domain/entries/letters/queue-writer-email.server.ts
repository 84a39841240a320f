import { sql } from "drizzle-orm";
import type { EmailTemplate } from "#app/domain/queue/email.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Tx } from "#db/index.ts";

/** Emails to the writer of a confirmed letter. */
export type WriterMail = Extract<
  EmailTemplate,
  "letter-receipt" | "letter-held" | "letter-released" | "letter-refused" | "letter-sent" | "letter-replied"
>;

/**
 * Queues an email to a letter's writer, in the transaction of the event it reports. It follows a proved
 * action, so it is always sent, and no daily limit counts it. Takes no locks; the caller reports each event
 * once.
 */
export const queueWriterEmail = (
  tx: Tx,
  { letterId, ...email }: { letterId: number; template: WriterMail; countThen?: number },
  now: Date,
): Promise<void> => queueWriterEmails(tx, { letterIds: [letterId], ...email }, now);

/** Tells writers at once for all letters of one email or dispatch. */
export async function queueWriterEmails(
  tx: Tx,
  {
    letterIds,
    template,
    countThen = null,
  }: { letterIds: readonly number[]; template: WriterMail; countThen?: number | null },
  now: Date,
): Promise<void> {
  const email = {
    supporterId: sql`supporter_id`,
    campaignId: sql`campaign_id`,
    letterId: sql`id`,
    countThen,
    createdAt: now,
  };
  const from = sql`from letters where id = any (${sql.param([...letterIds])}::bigint[]) order by id`;
  await queueEmails(tx, template, email, from);
}
