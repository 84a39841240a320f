import type { PlannedReminder, ReminderKind, ReminderReason, ReminderState, Silence } from "./reminder.ts";

/** A reminder as its row holds it. */
export type KeptReminder = PlannedReminder & { state: ReminderState };

/** A row as it shall be. */
export type ReminderChange = PlannedReminder & {
  state: Exclude<ReminderState, "queued">;
  reason: ReminderReason | null;
};

/** What is known of a pledge beside its dates. */
type Pledged = { silence: Silence | null; confirmedAt: Date | null };

/**
 * What turns the rows of one pledge into what is wanted now. What was queued once is never touched. A scheduled
 * one moves with its date, and is missed when that leaves it useless; where nothing asks for it any more it is
 * cancelled. A new one, and one that had been cancelled or missed, is scheduled when its time is still to come;
 * that the ballot is open is told late as well, to those who had pledged by then, for organizers often learn it on
 * the day.
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
  return [...kinds].flatMap((kind) => changeOf(rows.get(kind), plans.get(kind), pledged, now) ?? []);
}

function changeOf(
  row: KeptReminder | undefined,
  plan: PlannedReminder | undefined,
  { silence, confirmedAt }: Pledged,
  now: Date,
): ReminderChange | null {
  if (row?.state === "scheduled") {
    if (!plan) return { ...timesOf(row), state: "cancelled", reason: silence ?? "date-gone" };
    if (plan.uselessAt <= now) return { ...plan, state: "missed", reason: "too-late" };
    const stays = +row.dueAt === +plan.dueAt && +row.uselessAt === +plan.uselessAt;
    return stays ? null : { ...plan, state: "scheduled", reason: null };
  }
  if (row?.state === "queued" || !plan) return null;
  const news = !row && plan.reminder === "ballot-open" && plan.uselessAt > now;
  const toldLate = news && confirmedAt !== null && confirmedAt < plan.dueAt;
  return plan.dueAt > now || toldLate ? { ...plan, state: "scheduled", reason: null } : null;
}

const timesOf = ({ reminder, dueAt, uselessAt }: PlannedReminder) => ({ reminder, dueAt, uselessAt });
