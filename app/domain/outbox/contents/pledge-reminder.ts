import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { zoneOf } from "#app/domain/base/zone.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { coFilePath } from "#app/domain/campaign/company/campaign-companies.ts";
import { votableItems } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { findFundLetter } from "#app/domain/entries/pledges/find-fund-letter.server.ts";
import { fundLetterParagraphs } from "#app/domain/entries/pledges/fund-letter.ts";
import { votedPath, votedUntil } from "#app/domain/entries/pledges/personal-links.server.ts";
import { finalFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import type { FoundPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { findReminded } from "#app/domain/entries/pledges/reminders/find-reminded.server.ts";
import { findUndated } from "#app/domain/entries/pledges/reminders/find-tier-days.server.ts";
import { holderCalendar } from "#app/domain/entries/pledges/reminders/holder-calendar.ts";
import { requeueReminder } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import {
  isOfFund,
  isOfVoting,
  type ReminderKind,
  reminderKinds,
} from "#app/domain/entries/pledges/reminders/reminder.ts";
import { datesAreReliable, lastVoteOf } from "#app/domain/entries/pledges/reminders/schedule.ts";
import { ballotIsOut } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";
import { inDays, personalLinkDays, type Writing } from "#app/domain/outbox/writing.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";

type Reminded = { pledgeId: string; reminder: ReminderKind };

const reminded: Subject<Reminded> = {
  joins: sql`join pledges p on p.id = d.pledge_id`,
  columns: sql`p.public_id as "pledgeId", d.reminder`,
};

/**
 * Reminds a holder. Outdated when no version of the pledge is in force, its holder has no vote any more, or a
 * date is no longer reliable. It says what was true when it was queued. No holding is decrypted for it.
 */
export const pledgeReminder = content({
  name: "pledge-reminder",
  alone: true,
  kind: "pledge",
  to: "supporter",
  about: reminded,
  // Reminders stopped, outcome reported, pledge withdrawn, no vote to remind of, or too late.
  outdated: sql`not exists (select from pledges f
    join pledge_reminders r on r.series = f.series and r.reminder = d.reminder
    where f.supporter_id = p.supporter_id and f.series = p.series and f.status = 'active' and f.reminders
      and f.outcome = 'unknown' and f.fund_outcome not in ${finalFundOutcomes} and r.useless_at > now()
      and (f.held_on_record_date <> 'no' or d.reminder not in ${reminderKinds.filter(isOfVoting)}))`,
  waits: sql`exists (select from pledges p where p.id = d.pledge_id and p.campaign_id in ${frozenCampaigns})`,
  unsure: { find: findUndated, putBack: requeueReminder },
  async write(row, { db, mailing, locale, common, queuedAt: at, token, url }) {
    const found = await findReminded(db, row);
    if (!found) return null;
    const { dueAt } = found;
    const meeting = meetingIn(await translatorFor(db, found.pledge.campaignId, locale), found.pledge.meeting);
    const pledge = { ...found.pledge, meeting };
    const { holdingForm, kind, company, name } = pledge;
    const letter = await findFundLetter(db, pledge, locale);
    const { publicId, reminder } = row;
    if (pledge.heldOnRecordDate === "no" && isOfVoting(reminder)) return null;
    const dated = datesAreReliable(meeting, at);
    if (!dated && !["tier-unlocks", "fund-letter-14", "vote-tomorrow"].includes(reminder)) return null;

    const coFiles = reminder === "tier-unlocks" || reminder.startsWith("proposal");
    const host = new URL(mailing.appUrl).hostname;
    const calendar =
      dated && kind !== "fund"
        ? holderCalendar({ meeting, company, holdingForm, coFiles, locale, host }, at)
        : null;
    const stopUrl = unsubscribeUrl(mailing, { publicId, createdAt: at, locale });
    return {
      props: {
        ...common,
        reminder,
        name,
        pledgedOn: pledge.createdAt,
        at,
        fundLetter: letter && fundLetterParagraphs(locale, letter),
        pledge: remindedPledge(pledge),
        meeting: {
          year: meeting.year,
          zone: meeting.zone,
          unitedStates: profileOf(meeting.jurisdiction).unitedStates,
          ...(dated ? datesOf(pledge) : undated),
        },
        unlocksOn: reminder === "tier-unlocks" ? dayInZone(meeting.zone, dueAt) : null,
        zone: zoneOf(pledge.country),
        calendar: calendar !== null,
        ...actOf(reminder, pledge, { mailing, queuedAt: at, token, url }),
        manageUrl: url("/manage"),
        coFileUrl: url(coFilePath({ slug: row.slug, otherCompany: pledge.otherCompany })),
        unsubscribeUrl: stopUrl,
      },
      unsubscribeUrl: stopUrl,
      ...(calendar && { attachments: [calendar] }),
    };
  },
});

/** Where the button leads: to the question about the outcome, or to the person's own page. */
function actOf(
  reminder: ReminderKind,
  { publicId, supporterPublicId, meeting }: FoundPledge,
  { mailing, queuedAt: at, token, url }: Pick<Writing, "mailing" | "queuedAt" | "token" | "url">,
) {
  if (
    reminder === "outcome" ||
    reminder === "vote-tomorrow" ||
    isOfFund(reminder) ||
    (reminder.startsWith("vote-by") && ballotIsOut(meeting, at))
  ) {
    const about = { on: meeting.meetingOn, year: meeting.year };
    const path = votedPath(mailing.keys, { publicId, meeting: about }, at);
    return { act: "outcome" as const, actUrl: url(path), actUntil: votedUntil(about) };
  }
  const actUntil = inDays(at, personalLinkDays);
  return {
    act: "personal" as const,
    actUrl: url(`/manage/${token("manage", supporterPublicId, at, actUntil)}`),
    actUntil,
  };
}

function remindedPledge({ kind, holdingForm, accountFlags, intentions, meeting }: FoundPledge) {
  const votable = votableItems(meeting);
  const itemOf = (id: number | null) => {
    const item = meeting.items.find((one) => one.id === id);
    if (!item) return null;
    const { number, title, titleLanguage } = item;
    return { number, title, titleLanguage, onBallot: votable.includes(item) };
  };
  return {
    kind,
    holdingForm,
    accountFlags,
    intentions: intentions.map(({ item, intention }) => ({ item: itemOf(item), intention })),
  };
}

const undated = {
  on: null,
  at: null,
  recordDate: null,
  ballotOpenOn: null,
  lastVote: null,
  ofPlan: false,
  proposalDeadline: null,
  asOf: null,
  portalUrl: null,
};

function datesOf({ meeting, holdingForm }: FoundPledge) {
  const { meetingOn, meetingAt, recordDate, ballotOpenOn, planVoteBy, proposalDeadline, asOf, portalUrl } =
    meeting;
  return {
    on: meetingOn,
    at: meetingAt,
    recordDate,
    ballotOpenOn,
    proposalDeadline,
    asOf,
    portalUrl,
    lastVote: lastVoteOf(meeting, holdingForm),
    ofPlan: holdingForm === "employee_plan" && planVoteBy !== null,
  };
}
