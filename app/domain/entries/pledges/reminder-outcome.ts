import { type Meeting, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { datesAreReliable } from "#app/domain/entries/pledges/reminders/schedule.ts";
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
  const { recordDate, ballotOpenOn, voteBy, meetingOn } = meeting;
  const dated = (recordDate ?? ballotOpenOn ?? voteBy ?? meetingOn) !== null;
  return dated && datesAreReliable(meeting, now) ? "none-left" : "undated";
}
