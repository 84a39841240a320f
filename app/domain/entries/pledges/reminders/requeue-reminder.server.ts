import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/**
 * Requeues a reminder whose email was certainly not sent and ends in this transaction: it waits until its
 * date is sure again. False while another transaction has locked it: then the email must wait, since that
 * transaction may be waiting for the email.
 */
export async function requeueReminder(tx: Tx, emailId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    with held as (
      select r.id from outbox d
        join pledges p on p.id = d.pledge_id
        join pledge_reminders r on r.series = p.series and r.reminder = d.reminder
      where d.id = ${emailId} and r.state = 'queued'
      for update of r skip locked)
    update pledge_reminders r set state = 'cancelled', reason = 'date-gone', queued_at = null
    from held where r.id = held.id returning r.id`);
  return rows.length > 0;
}
