import type { Run } from "./run.ts";

/** Notices of a new petition that a restore stopped. */
export type EndedNotices = {
  /** Approved notices that had not reached everybody, now ended. */
  ended: number;
  /** Emails that may have been sent since the archive was made. */
  unknownMails: number;
};

/**
 * Ends the notices that an archive shows as under way. It does not know whom they reached after it was made,
 * so they reach nobody anymore: their open emails become `unknown`, and a notice that had not ended is called
 * off. People who confirmed late before the restore get none either (`queueNotices` reads the switch
 * `restored`). One that still awaits approval waits on.
 */
export async function endRestoredNotices(run: Run): Promise<EndedNotices> {
  const ended = await run(`
    update petition_notices n set cancelled_at = now()
    where approved_at is not null and cancelled_at is null and (queued_at is null or exists (
      select from outbox d where d.notice_id = n.id and d.supporter_id is not null
        and d.state in ('queued', 'claimed')))`);
  const unknownMails = await run(`
    update outbox set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where template = 'petition-changed' and state in ('queued', 'claimed')`);
  return { ended, unknownMails };
}
