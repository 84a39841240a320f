import { sql } from "drizzle-orm";
import { hasOffice } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import {
  endDispatchEmails,
  queueEmailsToWriters,
} from "#app/domain/outgoing/dispatches/end-emails.server.ts";
import { lockDispatch, type OnDispatch } from "#app/domain/outgoing/dispatches/lock-dispatch.server.ts";
import { requeueReturned } from "#app/domain/outgoing/dispatches/parts/requeue-returned.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";

export type PutBack =
  /** `waiting`: letters that wait for a dispatch again. */
  | { outcome: "put-back"; waiting: number }
  /** No recipient at the company was verified since, or the email bounced from the only address that was. */
  | { outcome: "no-office" }
  /**
   * The writers withdrew them, revoked consent or have other letters under way, or they are waiting again
   * already.
   */
  | { outcome: "none-left" }
  /** There is no such email, or it did not bounce. */
  | { outcome: "not-returned" };

/**
 * Requeues the letters of an email that bounced, once an address was verified since: another one than it
 * bounced from or, if the provider refused the email before sending, any.
 */
export async function requeueLetters(
  db: Db,
  input: OnDispatch & { partPublicId: string },
  now = new Date(),
): Promise<PutBack> {
  const { campaignId, publicId: subject, actor, partPublicId } = input;
  return db.transaction(async (tx): Promise<PutBack> => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch || !isUuid(partPublicId)) return { outcome: "not-returned" };
    const [part] = await tx.execute<{ id: number; mail: number; hasOffice: boolean }>(sql`
      select p.id::float8 as id, d.id::float8 as mail, ${hasOfficeSince} as "hasOffice"
      from letter_parts p join outbox d on d.letter_part_id = p.id
      join letter_dispatches x on x.id = p.dispatch_id
      where p.dispatch_id = ${dispatch.id} and p.public_id = ${partPublicId}::uuid
        and d.state in ('bounced', 'failed', 'suppressed')
      for update of d`);
    if (!part) return { outcome: "not-returned" };
    if (!part.hasOffice) return { outcome: "no-office" };
    const returned = { dispatchId: dispatch.id, partId: part.id, mailId: part.mail, why: "put-back" };
    const waiting = await requeueReturned(tx, returned, now);
    if (waiting === 0) return { outcome: "none-left" };
    const detail = { part: partPublicId, waiting };
    await recordAudit(tx, { actor, action: "dispatch-letters-put-back", campaignId, subject, detail }, now);
    return { outcome: "put-back", waiting };
  });
}

/** Condition: a recipient verified since email `d` of dispatch `x` bounced may get its letters. */
const hasOfficeSince = hasOffice(
  { campaignId: sql`x.campaign_id`, companyId: sql`x.company_id` },
  sql`r.verified_at > d.settled_at and (d.state = 'failed' or lower(r.email) <> lower(x.recipient_email))`,
);

/** Ends dispatches with nothing waiting or open, and releases letters that cancelled ones got back. */
export async function finishDispatches(db: Db, now = new Date()): Promise<number> {
  const open = sql`exists (select from letter_parts p join outbox d on d.letter_part_id = p.id
    where p.dispatch_id = x.id and d.state in ('queued', 'claimed'))`;
  const found = await db.execute<{ id: number; state: "sending" | "cancelled" }>(sql`
    select x.id::float8 as id, x.state from letter_dispatches x
    where (x.state = 'sending' and not ${open})
      or (x.state = 'cancelled' and x.started_at is not null and x.finished_at > now() - interval '30 days'
        and ${open})`);
  for (const { id, state } of found) {
    await db.transaction(async (tx) => {
      const locked = await tx.execute(sql`
        select from letter_dispatches where id = ${id} and state = ${state}::letter_dispatch_state
        for update skip locked`);
      if (locked.length === 0) return;
      if (state === "cancelled") await endDispatchEmails(tx, id);
      else {
        await tx.execute(sql`
          update letter_dispatches x set state = 'sent', finished_at = now()
          where id = ${id} and not ${open}`);
      }
      await queueEmailsToWriters(tx, id, now);
    });
  }
  return found.length;
}
