/** Reminders in the order of a season. Of two due at the same time, the later one is sent. */
export const reminderKinds = [
  "proposal-deadline-60",
  "proposal-deadline-30",
  "tier-unlocks",
  "record-date-21",
  "record-date-5",
  "ballot-open",
  "vote-by-14",
  "vote-by-3",
  "vote-by-1",
  "meeting-day",
  "outcome",
  "fund-letter-14",
  "fund-letter-outcome",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** True when about co-filing: all others are about one meeting. */
export const isOfCoFiling = (reminder: ReminderKind) =>
  reminder === "tier-unlocks" || reminder.startsWith("proposal-deadline");

/** True when about a fund holder's letter to the manager. */
export const isOfFund = (reminder: ReminderKind) => reminder.startsWith("fund-letter");

/** True when of use only with a vote at the meeting. */
export const isOfVoting = (reminder: ReminderKind) =>
  !isOfCoFiling(reminder) && !isOfFund(reminder) && !reminder.startsWith("record-date");

export type ReminderState = "scheduled" | "queued" | "cancelled" | "missed";

/** One reminder with its time. From `uselessAt` on it would tell nothing of use. */
export type PlannedReminder = { reminder: ReminderKind; dueAt: Date; uselessAt: Date };

/** Why nobody is reminded of a pledge at all. */
export type Silence = "withdrawn" | "in-review" | "not-active" | "outcome-known" | "stopped";

/**
 * Why one reminder was cancelled or missed. `date-gone`: its date is not known or not checked at the moment,
 * and it waits for that. `not-asked`: its holder gets no such reminder any more. `restored`: it may have gone
 * after the archive was made that the database was restored from.
 */
export type ReminderReason = Silence | "date-gone" | "not-asked" | "too-late" | "newer-went" | "restored";
