export type RestoredEnded = {
  updates: EndedUpdates;
  reminders: EndedReminders;
  dispatches: EndedDispatches;
  notices: EndedNotices;
};

/**
 * Ends what goes to many and may have gone already, in a database that does not know what was sent after the
 * moment it shows.
 */
export async function endRestored(run: Run): Promise<RestoredEnded> {
  return {
    updates: await endRestoredUpdates(run),
    reminders: await endRestoredReminders(run),
    dispatches: await endRestoredDispatches(run),
    notices: await endRestoredNotices(run),
  };
}

/** Pauses all sending until an operator resumes it. */
export const pauseAllSending = (
  run: Run,
  reason: "restored from an archive" | "the database went back in time",
) =>
  run(`insert into switches (name, reason) values ('sending-paused', '${reason}')
    on conflict (name) do update set reason = excluded.reason, since = now()`);

/** What a restore stopped between the campaign and the company. */
type EndedDispatches = {
  /** Dispatches that had begun, now paused. */
  paused: number;
  /** Dispatches that waited for approval or their first email, now drafts again. */
  takenBack: number;
  /** Emails that may have been sent since the archive was made. */
  unknownMails: number;
};

/**
 * Stops dispatches under way in an archive. The archive does not know what was sent after it was made, so
 * none of their emails is sent again on its own: an organizer finds out whether each arrived and settles it.
 * Until then its letters are unknown too, by the trigger. A dispatch that had not begun needs another
 * approval.
 */
async function endRestoredDispatches(run: Run): Promise<EndedDispatches> {
  const unknownMails = await run(`
    update outbox set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where template = 'letter-part' and state in ('queued', 'claimed')`);
  const paused = await run(`
    update letter_dispatches set state = 'paused', paused_at = now(), pause_reason = 'restored'
    where state in ('sending', 'paused')`);
  const submitted = "select id from letter_dispatches where state = 'draft' and submitted_at is not null";
  await run(`delete from letter_names where dispatch_id in (${submitted})`);
  await run(`delete from letter_parts where dispatch_id in (${submitted})`);
  await run(`
    update letters l set state = 'confirmed',
      dispatch_id = case x.kind when 'individual' then x.id end
    from letter_dispatches x where x.id = l.dispatch_id and l.state = 'queued' and x.id in (${submitted})`);
  const takenBack = await run(`
    update letter_dispatches set submitted_at = null, submitted_by_id = null, recipient_name = null,
      recipient_email = null, submitted_frame = null, approved_at = null, approved_by_id = null,
      approved_alone = false, approved_sha256 = null, approved_frame = null
    where state = 'draft' and submitted_at is not null`);
  return { paused, takenBack, unknownMails };
}

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
async function endRestoredNotices(run: Run): Promise<EndedNotices> {
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
async function endRestoredReminders(run: Run): Promise<EndedReminders> {
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
 * and any other needs another approval. One that goes by itself is paused, and who was due by now gets none.
 */
async function endRestoredUpdates(run: Run): Promise<EndedUpdates> {
  const unknownMails = await run(`
    update outbox set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where template = 'update' and state in ('queued', 'claimed')`);
  await run(`
    update email_batches set state = 'unknown', problem = 'restored', lease_until = null, settled_at = now()
    where state in ('queued', 'frozen') and update_id is not null`);
  await run(`
    update updates set state = 'paused', paused_at = now(), pause_problem = null,
      pause_reason = case when approved_at is null then pause_reason else 'restored' end,
      followed_through = greatest(followed_through,
        now() - make_interval(days => (audience #>> '{after,days}')::int))
    where state in ('sending', 'paused') and followed_through is not null`);
  const ended = await run(`
    update updates set state = 'sent', finished_at = now(), prepared_at = coalesce(prepared_at, now()),
      paused_at = null, pause_reason = null, pause_problem = null
    where state in ('sending', 'paused') and started_at is not null and followed_through is null`);
  const takenBack = await run(`
    update updates set state = 'draft', send_at = null, submitted_at = null, submitted_by_id = null,
      approved_at = null, approved_by_id = null, approved_alone = false, approved_sha256 = null,
      submitted_frame = null, approved_frame = null,
      paused_at = null, pause_reason = null, pause_problem = null
    where state = 'scheduled' or (state = 'paused' and started_at is null)
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

/** Runs a statement in the transaction and returns how many rows it changed. */
type Run = (statement: string) => Promise<number>;
