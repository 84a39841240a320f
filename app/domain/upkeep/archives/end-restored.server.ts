import { type EndedNotices, endRestoredNotices } from "./end-restored-notices.server.ts";
import { type EndedReminders, endRestoredReminders } from "./end-restored-reminders.server.ts";
import { type EndedUpdates, endRestoredUpdates } from "./end-restored-updates.server.ts";
import type { Run } from "./run.ts";

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
