import { nineAm } from "#app/domain/base/clock.ts";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import {
  type Meeting,
  mayBeOpen,
  pledgeStage,
  recordDateLikelyPassed,
} from "#app/domain/campaign/meetings/meeting.ts";
import { datesAreReliable, recordDateNearDays } from "#app/domain/entries/pledges/reminders/schedule.ts";
import type { PledgeKind, PledgeOutcome, PledgeStatus, RecordDateHolding } from "./pledge.ts";

/** When somebody is reminded to vote, or the one reason why not that we can give them. */
export type ReminderOutcome =
  | "fund"
  | "in-review"
  | "stopped"
  | "told"
  | "over"
  | "not-held"
  | "scheduled"
  | "none-left"
  | "undated";

type Remindable = {
  kind: PledgeKind;
  status: PledgeStatus;
  outcome: PledgeOutcome;
  heldOnRecordDate: RecordDateHolding;
  /** False once its holder stopped reminders. */
  reminders: boolean;
  meeting: Meeting;
};

/** Tells a holder what to expect of a pledge in force. `scheduled`: whether any reminder is. */
export function reminderOutcomeOf(
  { kind, status, outcome, heldOnRecordDate, reminders, meeting }: Remindable,
  scheduled: boolean,
  now: Date,
): ReminderOutcome {
  if (kind === "fund") return "fund";
  if (status === "flagged") return "in-review";
  if (outcome !== "unknown") return "told";
  if (!reminders) return "stopped";
  if (pledgeStage(meeting, now) === "outcome") return "over";
  if (heldOnRecordDate === "no") return "not-held";
  if (scheduled) return "scheduled";
  return isDated(meeting, now) ? "none-left" : "undated";
}

/** True once dates are known and checked, so that reminders of them are planned. */
export function isDated(meeting: Meeting, now: Date): boolean {
  const { recordDate, ballotOpenOn, voteBy, meetingOn } = meeting;
  return (recordDate ?? ballotOpenOn ?? voteBy ?? meetingOn) !== null && datesAreReliable(meeting, now);
}

/** The first thing that reminders of a new pledge are still about; `vote`: a ballot may be out. */
export type RemindedFrom = "recordDate" | "opening" | "vote";

export function remindedFrom(meeting: Meeting, now: Date): RemindedFrom {
  const { recordDate, zone, jurisdiction } = meeting;
  if (!profileOf(jurisdiction).recordDate) return mayBeOpen(meeting, now) ? "vote" : "opening";
  if (recordDateLikelyPassed(meeting, now) !== false) return "vote";
  return recordDate === null || nineAm(recordDate, zone, recordDateNearDays) > now ? "recordDate" : "vote";
}
