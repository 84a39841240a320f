import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/**
 * Takes a reminder back whose mail was certainly not handed over and ends in this transaction: it waits for
 * its date, and comes again once that is sure. False while another transaction holds it: the email has to
 * wait then, since that transaction may be waiting for the email.
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
