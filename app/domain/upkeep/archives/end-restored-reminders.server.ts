import type { Run } from "./run.ts";

/**
 * Reminders to holders that a restore stopped, because they may have been sent since the archive was made.
 */
export type EndedReminders = {
  /** Reminders already due, now missed. */
  missed: number;
  /** Emails that waited or were under way. */
  unknownMails: number;
};

/**
 * Ends the reminders that may have gone after the archive was made, so that none goes a second time: what is
 * due by now is missed, also where it waits for its date; an email that waits is `unknown`. The switch
 * `restored` keeps what had no row yet from going late.
 */
export async function endRestoredReminders(run: Run): Promise<EndedReminders> {
  const missed = await run(`
    update pledge_reminders set state = 'missed', reason = 'restored'
    where due_at <= now() and (state = 'scheduled' or (state = 'cancelled' and reason = 'date-gone'))`);
  const unknownMails = await run(`
    update outbox set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where template = 'pledge-reminder' and state in ('queued', 'claimed')`);
  await run(`
    insert into switches (name, reason) values ('restored', 'reminders due by then are not told late')
    on conflict (name) do update set since = now()`);
  return { missed, unknownMails };
}
