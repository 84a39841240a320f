import type { Run } from "./run.ts";

/** Updates that a restore stopped. */
export type EndedUpdates = {
  /** Updates that were being sent, now ended. */
  ended: number;
  /** Updates that waited for approval or their time, now drafts again. */
  takenBack: number;
  /** Emails that may have been sent since the archive was made. */
  unknownMails: number;
};

/**
 * Ends updates under way in an archive. The archive does not know what was sent after it was made, so no
 * update resumes on its own: its open emails and batches become `unknown`, an update that had begun is over,
 * and any other needs another approval.
 */
export async function endRestoredUpdates(run: Run): Promise<EndedUpdates> {
  const unknownMails = await run(`
    update outbox set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where template = 'update' and state in ('queued', 'claimed')`);
  await run(`
    update email_batches set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where state in ('queued', 'frozen')`);
  const ended = await run(`
    update updates set state = 'sent', finished_at = now(), prepared_at = coalesce(prepared_at, now()),
      paused_at = null, pause_reason = null, pause_problem = null
    where state in ('sending', 'paused') and started_at is not null`);
  const takenBack = await run(`
    update updates set state = 'draft', send_at = null, submitted_at = null, submitted_by_id = null,
      approved_at = null, approved_by_id = null, approved_alone = false, approved_sha256 = null,
      submitted_frame = null, approved_frame = null,
      paused_at = null, pause_reason = null, pause_problem = null
    where state in ('scheduled', 'paused')
      or (state = 'draft' and (submitted_at is not null or send_at is not null))`);
  return { ended, takenBack, unknownMails };
}

/** Recipients whose email is gone were erased: counting them restores the audience. */
export async function countErased(run: Run): Promise<void> {
  await run(`
    insert into update_counts as c (update_id, slot, erased)
    select u.id, 0, u.audience_size - count(d.id)
    from updates u left join outbox d on d.update_id = u.id and d.template = 'update'
    group by u.id having u.audience_size > count(d.id)
    on conflict (update_id, slot) do update set erased = c.erased + excluded.erased`);
}
