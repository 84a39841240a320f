/** Reminders in the order of a season. If two are due at once, the later one is sent. */
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
  "vote-tomorrow",
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

/** A reminder with its time. It is useless from `uselessAt` on. */
export type PlannedReminder = { reminder: ReminderKind; dueAt: Date; uselessAt: Date };

/** Why a pledge gets no reminders at all. */
export type Silence = "withdrawn" | "in-review" | "not-active" | "outcome-known" | "stopped";

/**
 * Why one reminder was cancelled or missed. `date-gone`: its date is unknown or unverified at the moment; it
 * waits for that. `not-asked`: its holder no longer gets such reminders. `restored`: it may have been sent
 * after the archive was made that the database was restored from.
 */
export type ReminderReason = Silence | "date-gone" | "not-asked" | "too-late" | "newer-went" | "restored";
