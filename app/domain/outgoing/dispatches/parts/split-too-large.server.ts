import { sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import type { LockedDispatch } from "#app/domain/outgoing/dispatches/lock-dispatch.server.ts";
import { insertEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Tx } from "#db/index.ts";

/** The problem code of an email its server found too large. Nothing of it was accepted. */
export const tooLarge = "too-large";

type Part = { id: number; mail: number; letterIds: number[]; signatureIds: number[] };

/**
 * Splits each email of a locked dispatch that was refused for its size in two; the second half goes last. One
 * with a single letter or name cannot be split: it has failed.
 */
export async function splitTooLarge(tx: Tx, { id, campaignId, recipientId }: LockedDispatch): Promise<void> {
  const parts = await tx.execute<Part>(sql`
    select p.id::float8 as id, d.id::float8 as mail, p.letter_ids::float8[] as "letterIds",
      p.signature_ids::float8[] as "signatureIds"
    from letter_parts p join outbox d on d.letter_part_id = p.id
    where p.dispatch_id = ${id} and d.state = 'queued' and d.problem = ${tooLarge}
      and d.unanswered_since is null
    order by d.id for update of d`);
  const letterIds = parts.flatMap((part) => part.letterIds);
  await lockLetters(tx, sql`l.id = any (${sql.param(letterIds)}::bigint[])`);
  for (const { id: part, mail, letterIds, signatureIds } of parts) {
    const middle = Math.ceil((letterIds.length + signatureIds.length) / 2);
    if (middle === letterIds.length + signatureIds.length) {
      await tx.execute(sql`
        update outbox set state = 'failed', settled_at = now() where id = ${mail}`);
      continue;
    }
    const namesFrom = Math.max(0, middle - letterIds.length);
    const [first, rest] = [letterIds.slice(0, middle), letterIds.slice(middle)];
    await tx.execute(sql`
      update letter_parts set letter_ids = ${sql.param(first)}::bigint[],
        signature_ids = ${sql.param(signatureIds.slice(0, namesFrom))}::bigint[], frozen_at = null,
        letters = null, names = null, mail_sha256 = null, text_sha256 = null, file_sha256s = null
      where id = ${part}`);
    await tx.execute(sql`
      with added as (
        insert into letter_parts (dispatch_id, part, letter_ids, signature_ids)
        select ${id}, max(part) + 1, ${sql.param(rest)}::bigint[],
          ${sql.param(signatureIds.slice(namesFrom))}::bigint[]
        from letter_parts where dispatch_id = ${id}
        returning id)
      ${insertEmails(
        "letter-part",
        { campaignId, letterPartId: sql`id`, letterRecipientId: recipientId },
        sql`from added`,
      )}`);
  }
}
