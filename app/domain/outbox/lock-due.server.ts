import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { periods } from "#app/domain/base/periods.ts";
import { finalFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import { isOfVoting, reminderKinds } from "#app/domain/entries/pledges/reminders/reminder.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { type DeliveryTemplate, repeatableHours } from "#app/domain/queue/delivery.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { askingIsOutdated } from "#app/domain/team/still-waits.server.ts";
import type { Tx } from "#db/index.ts";

/** How long a claim holds: longer than any try can take. */
export const leaseSeconds = 180;

/** A mail that is due, with what decides whether it may go. */
export type Due = {
  id: number;
  publicId: string;
  template: DeliveryTemplate;
  attempts: number;
  address: string;
  /** True when a try may have been accepted without our having seen the answer. */
  unanswered: boolean;
  tooOldToRepeat: boolean;
  /** By which transport a try was made whose lease ran out; null for a mail that waited in the queue. */
  lostBy: Mailing["transport"]["name"] | null;
  lastBy: Mailing["transport"]["name"] | null;
  outdated: boolean;
};

/**
 * Locks up to `limit` mails that are due: reminders and notices, which come due for many at once, stand behind all that somebody
 * waits for, and mails to the company are taken by themselves (claimPart). `outdated` says whether what the mail tells is no longer so.
 */
export async function lockDue(tx: Tx, limit: number): Promise<Due[]> {
  // In the order of the index, or each claim of a wave would read and sort all of it: how much waits changes faster than statistics tell.
  await tx.execute(sql`set local enable_sort = off`);
  const rows = await tx.execute<Due>(sql`
    with locked as materialized (
      select id from deliveries d
      where d.state in ('queued', 'claimed') and d.template <> 'update' and d.due_at <= now()
        and d.letter_part_id is null
        and (d.reminder is null or not exists (
          select from pledges p where p.id = d.pledge_id and p.campaign_id in ${frozenCampaigns}))
        and (d.notice_id is null or d.campaign_id not in ${frozenCampaigns} and not exists (
          select from petition_notices n where n.id = d.notice_id and n.held_at is not null))
        and (d.template <> 'approval-asked' or d.campaign_id not in ${frozenCampaigns})
        and (d.template not in ('letter-sent', 'letter-replied') or d.campaign_id not in ${frozenCampaigns})
        and (d.template in ('organizer-code', 'codes-asked') or not exists (select from switches where name = 'sending-paused'))
      order by (d.reminder is not null or d.notice_id is not null), d.due_at, d.id
      limit ${limit}
      for update skip locked)
    select d.id::int, d.public_id as "publicId", d.template, d.attempts,
      coalesce(s.email_canonical, o.email) as address,
      ${unansweredSince} is not null as unanswered,
      coalesce(${unansweredSince} < now() - make_interval(hours => ${repeatableHours}), false) as "tooOldToRepeat",
      case when d.state = 'claimed' then d.transport end as "lostBy",
      d.transport as "lastBy",
      case
        when d.template in ('confirm-signature', 'confirm-reminder')
          then g.state not in ('pending', 'imported') or g.signed_at < now() - make_interval(days => ${confirmWithinDays})
        when d.template in ('already-signed', 'receipt') then g.state not in ('confirmed', 'quarantined')
        when d.template = 'ask-name' then g.state <> 'confirmed'
          or not exists (select from name_reviews n where n.signature_id = g.id and n.state = 'asked')
        when d.template in ('confirm-pledge', 'confirm-pledge-reminder')
          then p.status <> 'email_pending' or d.created_at < p.created_at or p.created_at < now() - make_interval(days => ${confirmWithinDays})
        when d.template in ('already-pledged', 'pledge-receipt') then p.status not in ('active', 'flagged')
        when d.template = 'pledge-reminder' then ${reminderIsOutdated}
        when d.notice_id is not null then ${noticeIsOutdated}
        when d.letter_id is not null then ${letterMailIsOutdated}
        when d.template = 'organizer-code'
          then c.used_at is not null or c.expires_at < now() or o.disabled_at is not null
        when d.template = 'codes-asked'
          then d.created_at < now() - make_interval(hours => ${periods.signInLinkHours}) or o.disabled_at is not null
        when d.template = 'organizer-invitation'
          then i.used_at is not null or i.revoked_at is not null or i.expires_at < now() or o.disabled_at is not null
        when d.template = 'dispatch-paused' then x.state <> 'paused' or o.disabled_at is not null
        when d.template = 'dispatch-waits' then x.state <> 'draft' or o.disabled_at is not null
        when d.template = 'approval-asked' then ${askingIsOutdated}
        when d.held_notice_id is not null and (m.held_at is null or m.cancelled_at is not null or o.disabled_at is not null) then true
        when d.template = 'update-paused' and (u.state <> 'paused' or o.disabled_at is not null) then true
        else d.created_at < now() - make_interval(days => ${confirmWithinDays})
      end as outdated
    from locked join deliveries d on d.id = locked.id
    left join supporters s on s.id = d.supporter_id
    left join signatures g on g.id = d.signature_id
    left join pledges p on p.id = d.pledge_id
    left join letters l on l.id = d.letter_id
    left join organizers o on o.id = d.organizer_id
    left join organizer_ceremonies c on c.id = d.ceremony_id
    left join organizer_invitations i on i.id = d.invitation_id
    left join petition_notices n on n.id = d.notice_id
    left join petition_notices m on m.id = d.held_notice_id
    left join updates u on u.id = d.update_id
    left join approval_requests q on q.id = d.approval_request_id
    left join letter_dispatches x on x.id = d.dispatch_id
    order by (d.reminder is not null or d.notice_id is not null), d.due_at, d.id`);
  return [...rows];
}

/**
 * A reminder to a holder who has stopped them, has told how it ended, has withdrawn or has no vote to be reminded of; or
 * one that comes too late.
 */
const reminderIsOutdated = sql`not exists (select from pledges f
  join pledge_reminders r on r.series = f.series and r.reminder = d.reminder
  where f.supporter_id = p.supporter_id and f.series = p.series and f.status = 'active' and f.reminders
    and f.outcome = 'unknown' and f.fund_outcome not in ${finalFundOutcomes} and r.useless_at > now()
    and (f.held_on_record_date <> 'no' or d.reminder not in ${reminderKinds.filter(isOfVoting)}))`;

/**
 * A notice that was called off, of a text that has changed again, or to somebody who has answered it, wants no such mails
 * or no longer stands under the earlier one.
 */
const noticeIsOutdated = sql`n.cancelled_at is not null or g.notices_stopped_at is not null or g.state not in ('confirmed', 'quarantined') or g.petition_version >= n.version
  or exists (select from petition_answers a where a.notice_id = n.id and a.signature_id = g.id)
  or not exists (select from campaigns k join petition_versions v on v.campaign_id = k.id and v.version = k.petition_version
    where k.id = n.campaign_id and k.status = 'open' and coalesce(v.same_meaning_as, v.version) = n.version)`;

/** A mail to the writer of a letter that no longer stands as it says, or one that comes too late. */
const letterMailIsOutdated = sql`case
  when d.template in ('confirm-letter', 'confirm-letter-reminder')
    then l.state <> 'email_pending' or d.created_at < l.created_at or l.created_at < now() - make_interval(days => ${confirmWithinDays})
  else d.created_at < now() - make_interval(days => ${confirmWithinDays}) or case d.template
    when 'letter-held' then l.state not in ('confirmed', 'queued') or l.moderated_at is not null
    when 'letter-released' then l.state not in ('confirmed', 'queued') or l.handed_over_at is not null
    when 'letter-receipt' then l.state in ('email_pending', 'withdrawn', 'refused')
    when 'already-written' then l.state in ('email_pending', 'withdrawn', 'refused')
    when 'letter-refused' then l.state <> 'refused'
    when 'letter-sent' then l.handed_over_at is null
    when 'letter-replied' then not exists (select from letter_replies r where r.dispatch_id = l.dispatch_id and r.removed_at is null and r.approved_at is not null)
    else true end
end`;

/** A Resend try whose lease ran out may have been accepted; it began when the lease did. */
export const unansweredSince = sql`coalesce(d.unanswered_since, case when d.state = 'claimed' and d.transport = 'resend'
  then d.lease_until - make_interval(secs => ${leaseSeconds}) end)`;
