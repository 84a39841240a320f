import { dayOf } from "#app/domain/base/clock.ts";
import { zoneOf } from "#app/domain/base/zone.ts";
import { votableItems } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, sayingIn } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { fundLetterParagraphs } from "#app/domain/entries/pledges/fund-letter.ts";
import { votedPath, votedUntil } from "#app/domain/entries/pledges/personal-links.server.ts";
import type { PledgeShown } from "#app/domain/entries/pledges/queries.server.ts";
import { findReminded } from "#app/domain/entries/pledges/reminders/find-reminded.server.ts";
import { holderCalendar } from "#app/domain/entries/pledges/reminders/holder-calendar.ts";
import { isOfFund, isOfVoting, type ReminderKind } from "#app/domain/entries/pledges/reminders/reminder.ts";
import { datesCanBeTold, lastVoteOf } from "#app/domain/entries/pledges/reminders/schedule.ts";
import { ballotIsOut } from "#app/domain/entries/pledges/report-outcome.server.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { createToken } from "#app/lib/token.server.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
type ReminderRow = Row & { pledgeId: string; reminder: ReminderKind };
export const isReminder = (row: Row): row is ReminderRow => row.reminder !== null && row.pledgeId !== null;

type ReminderEmail = { email: Email } & Pick<Message, "unsubscribeUrl" | "attachments">;

/** Days for which a link to the page of one person works. */
const personalLinkDays = 7;
const inDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);

/**
 * What a reminder says, read now and told of the moment it was queued: the same rows make the same mail. Null when
 * no version of the pledge is in force, when its holder has no vote by now, or when a date cannot be relied on any more. No holding is opened for it.
 */
export async function reminderEmail(
  db: Db,
  mailing: Mailing,
  row: ReminderRow,
): Promise<ReminderEmail | null> {
  const at = new Date(row.createdAt);
  const found = await findReminded(db, row);
  if (!found) return null;
  const { dueAt } = found;
  const locale = localeOf(row.locale);
  const meeting = meetingIn(await sayingIn(db, found.pledge.campaignId, locale), found.pledge.meeting);
  const pledge = { ...found.pledge, meeting };
  const { holdingForm, kind, company, fundManager: manager, name } = pledge;
  if (pledge.heldOnRecordDate === "no" && isOfVoting(row.reminder)) return null;
  const dated = datesCanBeTold(meeting, at);
  if (!dated && row.reminder !== "tier-unlocks" && row.reminder !== "fund-letter-14") return null;

  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  const coFiles = row.reminder === "tier-unlocks" || row.reminder.startsWith("proposal");
  const host = new URL(mailing.appUrl).hostname;
  const calendar =
    dated && kind !== "fund"
      ? holderCalendar({ meeting, company, holdingForm, coFiles, locale, host }, at)
      : null;
  const stopUrl = unsubscribeUrl(mailing, { publicId: row.publicId, createdAt: at, locale });
  const props = {
    ...commonProps(mailing, locale, row),
    ...{ reminder: row.reminder, name, toldOn: pledge.createdAt, at },
    fundLetter: kind === "fund" ? fundLetterParagraphs(locale, { company, manager, name }) : null,
    pledge: remindedPledge(pledge),
    meeting: { year: meeting.year, ...(dated ? datesOf(pledge) : undated) },
    unlocksOn: row.reminder === "tier-unlocks" ? dayOf(dueAt) : null,
    zone: zoneOf(pledge.country),
    calendar: calendar !== null,
    ...actOf(mailing, row, pledge, at, url),
    manageUrl: url("/manage"),
    coFileUrl: url(`/c/${row.slug}/co-file`),
    unsubscribeUrl: stopUrl,
  };
  return {
    email: { name: "pledge-reminder", props },
    unsubscribeUrl: stopUrl,
    ...(calendar && { attachments: [calendar] }),
  };
}

/** Where the mail's button leads: to the question how it ended, or to the person's own page. */
function actOf(
  { keys }: Mailing,
  { reminder }: ReminderRow,
  { publicId, supporterPublicId, meeting }: PledgeShown,
  at: Date,
  url: (path: string) => string,
) {
  if (
    reminder === "outcome" ||
    isOfFund(reminder) ||
    (reminder.startsWith("vote-by") && ballotIsOut(meeting, at))
  ) {
    const about = { on: meeting.meetingOn, year: meeting.year };
    const path = votedPath(keys, { publicId, meeting: about }, at);
    return { act: "outcome" as const, actUrl: url(path), actUntil: votedUntil(about) };
  }
  const actUntil = inDays(at, personalLinkDays);
  const token = createToken(keys, "manage", {
    subject: supporterPublicId,
    issuedAt: at,
    expiresAt: actUntil,
  });
  return { act: "personal" as const, actUrl: url(`/manage/${token}`), actUntil };
}

function remindedPledge({ kind, holdingForm, accountFlags, intentions, meeting }: PledgeShown) {
  const votable = votableItems(meeting);
  const itemOf = (id: number | null) => {
    const item = meeting.items.find((one) => one.id === id);
    return item ? { number: item.number, title: item.title, onBallot: votable.includes(item) } : null;
  };
  return {
    ...{ kind, holdingForm, accountFlags },
    intentions: intentions.map(({ item, intention }) => ({ item: itemOf(item), intention })),
  };
}

const undated = {
  ...{ on: null, at: null, recordDate: null, ballotOpenOn: null, lastVote: null, ofPlan: false },
  ...{ proposalDeadline: null, asOf: null, portalUrl: null },
};

function datesOf({ meeting, holdingForm }: PledgeShown) {
  const { meetingOn, meetingAt, recordDate, ballotOpenOn, planVoteBy, proposalDeadline, asOf, portalUrl } =
    meeting;
  return {
    ...{ on: meetingOn, at: meetingAt, recordDate, ballotOpenOn, proposalDeadline, asOf, portalUrl },
    lastVote: lastVoteOf(meeting, holdingForm),
    ofPlan: holdingForm === "employee_plan" && planVoteBy !== null,
  };
}
