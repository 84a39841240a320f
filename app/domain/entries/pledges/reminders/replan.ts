import {
  isOfCoFiling,
  type PlannedReminder,
  type ReminderKind,
  type ReminderReason,
  type ReminderState,
  type Silence,
} from "./reminder.ts";

/** A reminder as stored. */
export type KeptReminder = PlannedReminder & { state: ReminderState; reason: string | null };

/** A reminder's row as it should be. */
export type ReminderChange = PlannedReminder & {
  state: Exclude<ReminderState, "queued">;
  reason: ReminderReason | null;
};

/** What matters of a pledge besides its dates. */
type Pledged = {
  silence: Silence | null;
  /** What became due after this time and was never planned was sent to nobody; null: nothing is sent late. */
  since: Date | null;
  isReminded: (reminder: ReminderKind) => boolean;
};

/**
 * Returns the changes that bring the rows of one pledge to what is wanted now. Never touches queued ones. A
 * scheduled reminder moves with its date, is missed if that makes it useless, and cancelled if no longer
 * wanted. A new, cancelled or missed one is scheduled if its time is still to come. While useful it is also
 * sent late, if it only waited for its date, or was never planned: then to those who had pledged by then and
 * got no later one. Organizers often learn or verify a date after the day.
 */
export function changesTo(
  kept: readonly KeptReminder[],
  wanted: readonly PlannedReminder[],
  pledged: Pledged,
  now: Date,
): ReminderChange[] {
  const rows = new Map(kept.map((row) => [row.reminder, row]));
  const plans = new Map(pledged.silence ? [] : wanted.map((plan) => [plan.reminder, plan]));
  const kinds = new Set<ReminderKind>([...rows.keys(), ...plans.keys()]);
  const isLate = (plan: PlannedReminder) => {
    const row = rows.get(plan.reminder);
    if (plan.uselessAt <= now) return false;
    return row
      ? waits(row)
      : pledged.since !== null && pledged.since < plan.dueAt && !isOvertaken(plan, kept);
  };
  return [...kinds].flatMap((kind) => changeOf(rows.get(kind), plans.get(kind), isLate, pledged, now) ?? []);
}

function changeOf(
  row: KeptReminder | undefined,
  plan: PlannedReminder | undefined,
  isLate: (plan: PlannedReminder) => boolean,
  pledged: Pledged,
  now: Date,
): ReminderChange | null {
  if (row?.state === "queued") return null;
  if (!plan) return row ? cancelled(row, pledged) : null;
  if (row?.state === "scheduled") {
    if (plan.uselessAt <= now) return { ...plan, state: "missed", reason: "too-late" };
    const stays = +row.dueAt === +plan.dueAt && +row.uselessAt === +plan.uselessAt;
    return stays ? null : { ...plan, state: "scheduled", reason: null };
  }
  return plan.dueAt > now || isLate(plan) ? { ...plan, state: "scheduled", reason: null } : null;
}

/** A reminder of the same group, due no earlier, was sent. */
const isOvertaken = ({ reminder, dueAt }: PlannedReminder, kept: readonly KeptReminder[]) =>
  kept.some(
    (row) =>
      row.state === "queued" && row.dueAt >= dueAt && isOfCoFiling(row.reminder) === isOfCoFiling(reminder),
  );

/** It is cancelled only while its date is uncertain. */
const waits = ({ state, reason }: KeptReminder) => state === "cancelled" && reason === "date-gone";

function cancelled(row: KeptReminder, { silence, isReminded }: Pledged): ReminderChange | null {
  if (row.state !== "scheduled" && !waits(row)) return null;
  const { reminder, dueAt, uselessAt } = row;
  const reason = silence ?? (isReminded(reminder) ? "date-gone" : "not-asked");
  if (row.state === "cancelled" && row.reason === reason) return null;
  return { reminder, dueAt, uselessAt, state: "cancelled", reason };
}
