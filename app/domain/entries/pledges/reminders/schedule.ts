import {
  ahead,
  dayAfter,
  earlier,
  firstMorningOf,
  nineAm,
  startOf,
  type Zones,
} from "#app/domain/base/clock.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { type Meeting, trustIn } from "#app/domain/campaign/meetings/meeting.ts";
import type { HoldingForm, PledgeKind, RecordDateHolding } from "#app/domain/entries/pledges/pledge.ts";
import { isOfCoFiling, isOfFund, isOfVoting, type PlannedReminder, type ReminderKind } from "./reminder.ts";

/** The dates of a meeting. */
export type MeetingDates = Pick<
  Meeting,
  | "zone"
  | "status"
  | "meetingOn"
  | "meetingAt"
  | "recordDate"
  | "ballotOpenOn"
  | "voteBy"
  | "planVoteBy"
  | "proposalDeadline"
  | "asOf"
  | "verifiedAt"
>;

/** What decides which reminders a holder gets, and when. */
export type ReminderHolder = {
  kind: PledgeKind;
  holdingForm: HoldingForm;
  heldOnRecordDate: RecordDateHolding;
  zone: string;
  /** Willing to co-file, and agreed to emails about it. */
  coFiles: boolean;
  /** The day a tier of Rule 14a-8 unlocks (`YYYY-MM-DD`), if rule and price are reliable. */
  tierUnlocksOn: string | null;
  /** The day they confirmed, in the company's time zone (`YYYY-MM-DD`). */
  pledgedOn: string | null;
};

const day = 86_400_000;
/** Days for which a one-time question, and the news of a tier, are still worth an email. */
const staysUsefulDays = 30;

/** Returns when this holder's vote is last taken: an employee plan's trustee stops earlier. */
export const lastVoteOf = (
  { voteBy, planVoteBy }: Pick<Meeting, "voteBy" | "planVoteBy">,
  holdingForm: HoldingForm,
): Date | null => (holdingForm === "employee_plan" ? (planVoteBy ?? voteBy) : voteBy);

/** Returns when this holder can no longer vote: after their last vote, else with the meeting or its day. */
export const endOfVoting = (
  meeting: Pick<Meeting, "zone" | "voteBy" | "planVoteBy" | "meetingAt" | "meetingOn">,
  holdingForm: HoldingForm,
): Date | null => lastVoteOf(meeting, holdingForm) ?? endOfMeeting(meeting);

const endOfMeeting = ({ zone, meetingAt, meetingOn }: Pick<Meeting, "zone" | "meetingAt" | "meetingOn">) =>
  meetingAt ?? (meetingOn === null ? null : startOf(meetingOn, zone, 1));

/** True when a meeting's dates may be stated to anyone. A past day cannot be moved. */
export const datesAreReliable = (
  meeting: Pick<MeetingDates, "zone" | "meetingOn" | "asOf" | "verifiedAt">,
  now: Date,
): boolean => {
  const { zone, meetingOn } = meeting;
  const isPast = meetingOn !== null && meetingOn < dayInZone(zone, now);
  return trustIn(meeting, "meeting", now, isPast) === "verified";
};

/** Days before a record date on which its last reminder is due. */
export const recordDateNearDays = 5;

/** Days until a fund's holder is asked about the outcome of their letter. */
const fundLetterAfterDays = 14;

/**
 * True if a reminder of this kind concerns the holder. Fund holders only get those about their letter,
 * co-filers those about co-filing, and everyone those about voting, except holders who said they held nothing
 * on the record date.
 */
export const isReminded = (
  reminder: ReminderKind,
  { kind, coFiles, heldOnRecordDate }: Pick<ReminderHolder, "kind" | "coFiles" | "heldOnRecordDate">,
) =>
  (kind === "fund") === isOfFund(reminder) &&
  (coFiles || !isOfCoFiling(reminder)) &&
  (heldOnRecordDate !== "no" || !isOfVoting(reminder));

/**
 * Schedules one pledge's reminders, past ones included. None from a date that is not verified or verified too
 * long ago, and none that `isReminded` keeps from this holder. Times are nine in the morning where the holder
 * is, on a day counted from the company's day of the date; never less than two hours before what they are
 * about, and never before what they tell of has begun.
 */
export function scheduleReminders(
  meeting: MeetingDates,
  holder: ReminderHolder,
  now: Date,
): PlannedReminder[] {
  const over = meeting.status === "closed" || meeting.status === "results";
  const dated = datesAreReliable(meeting, now);
  const zones = { company: meeting.zone, holder: holder.zone };
  const planned = [
    ...(dated ? fromDates(meeting, holder, over, zones) : []),
    ...(holder.coFiles && !over ? ofTier(holder, zones) : []),
    ...ofFundLetter(dated ? meeting.meetingOn : null, holder, zones),
  ];
  return planned.filter((one) => one.dueAt < one.uselessAt && isReminded(one.reminder, holder));
}

function* fromDates(meeting: MeetingDates, holder: ReminderHolder, over: boolean, zones: Zones) {
  if (!over) yield* beforeTheMeeting(meeting, holder, zones);
  if (!over && holder.coFiles) yield* ofProposals(meeting, zones);
  if (meeting.meetingOn) yield lasting("outcome", firstMorningOf(dayAfter(meeting.meetingOn), zones));
}

function* beforeTheMeeting(meeting: MeetingDates, { holdingForm }: ReminderHolder, zones: Zones) {
  const { company, holder } = zones;
  const { recordDate, ballotOpenOn, meetingOn, meetingAt } = meeting;
  if (recordDate) {
    const uselessAt = startOf(recordDate, company);
    yield plan("record-date-21", nineAm(recordDate, holder, 21), uselessAt);
    yield plan("record-date-5", nineAm(recordDate, holder, recordDateNearDays), uselessAt);
  }
  const lastVote = lastVoteOf(meeting, holdingForm);
  const meetingEnds = endOfMeeting(meeting);
  if (ballotOpenOn) {
    const until = endOfVoting(meeting, holdingForm) ?? startOf(ballotOpenOn, company, staysUsefulDays);
    yield plan("ballot-open", firstMorningOf(ballotOpenOn, zones), until);
  }
  if (lastVote) {
    yield plan("vote-by-14", ahead(lastVote, zones, 14), lastVote);
    yield plan("vote-by-3", ahead(lastVote, zones, 3), lastVote);
    yield plan("vote-by-1", ahead(lastVote, zones, 1), lastVote);
  }
  if (meetingOn && meetingEnds) {
    yield plan("meeting-day", onMeetingDay(meetingOn, meetingAt, zones), meetingEnds);
  }
}

/** If the meeting's time is unknown, reminders are due at nine in the company's zone at the latest. */
const onMeetingDay = (meetingOn: string, meetingAt: Date | null, zones: Zones): Date =>
  meetingAt
    ? ahead(meetingAt, zones, 0)
    : earlier(nineAm(meetingOn, zones.holder), nineAm(meetingOn, zones.company));

function* ofProposals({ proposalDeadline }: MeetingDates, { company, holder }: Zones) {
  if (!proposalDeadline) return;
  const uselessAt = startOf(proposalDeadline, company);
  yield plan("proposal-deadline-60", nineAm(proposalDeadline, holder, 60), uselessAt);
  yield plan("proposal-deadline-30", nineAm(proposalDeadline, holder, 30), uselessAt);
}

/** Once the question after the meeting is due, the one after two weeks is useless. */
function* ofFundLetter(meetingOn: string | null, { pledgedOn }: ReminderHolder, zones: Zones) {
  const after = meetingOn === null ? null : firstMorningOf(dayAfter(meetingOn), zones);
  if (pledgedOn !== null) {
    const asked = lasting("fund-letter-14", nineAm(pledgedOn, zones.holder, -fundLetterAfterDays));
    yield after === null ? asked : { ...asked, uselessAt: earlier(asked.uselessAt, after) };
  }
  if (after !== null) yield lasting("fund-letter-outcome", after);
}

const ofTier = ({ tierUnlocksOn }: ReminderHolder, zones: Zones) =>
  tierUnlocksOn ? [lasting("tier-unlocks", firstMorningOf(tierUnlocksOn, zones))] : [];

const plan = (reminder: ReminderKind, dueAt: Date, uselessAt: Date): PlannedReminder => ({
  reminder,
  dueAt,
  uselessAt,
});
const lasting = (reminder: ReminderKind, dueAt: Date) =>
  plan(reminder, dueAt, new Date(dueAt.getTime() + staysUsefulDays * day));
