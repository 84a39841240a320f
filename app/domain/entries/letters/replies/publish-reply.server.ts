import { sql } from "drizzle-orm";
import { queueWriterEmails } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

type Publishing = {
  scope: { campaignId: number; organizerId: string | null };
  id: number;
  publicId: string;
  dispatch: { id: number; number: number };
  /** Approved by the one who recorded it. */
  alone: boolean;
};

/**
 * Publishes a locked reply: on the public page and on those of the letters it answers. Each writer is emailed
 * once, however many replies follow. Returns how many are emailed.
 */
export async function publishReply(
  tx: Tx,
  { scope, id, publicId, dispatch, alone }: Publishing,
  now: Date,
): Promise<number> {
  const { campaignId, organizerId } = scope;
  const at = now.toISOString();
  await tx.execute(sql`
    update letter_replies set approved_at = ${at}, approved_by_id = ${organizerId}, approved_alone = ${alone}
    where id = ${id} and approved_at is null`);
  const answered = await tx.execute<{ id: number; known: boolean }>(sql`
    with answered as (
      insert into letter_events (letter_id, at, event)
      select id, ${at}, 'replied' from letters
      where dispatch_id = ${dispatch.id} and handed_over_at is not null
        and state in ('filed', 'sent', 'accepted', 'bounced', 'unknown') order by id
      returning letter_id)
    select letter_id::float8 as id, exists (
      select 1 from letter_events e where e.letter_id = a.letter_id and e.event = 'replied') as known
    from answered a`);
  const letterIds = answered.filter(({ known }) => !known).map((letter) => letter.id);
  await queueWriterEmails(tx, { letterIds, template: "letter-replied" }, now);
  const action = alone ? "reply-approved-alone" : "reply-approved";
  const entry = { actor: actorOf(organizerId), action, campaignId, subject: publicId } as const;
  const detail = { dispatch: dispatch.number, letters: answered.length, told: letterIds.length };
  await recordAudit(tx, { ...entry, detail }, now);
  return letterIds.length;
}
