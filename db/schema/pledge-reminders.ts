import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, erasedWith, identity } from "./columns.ts";
import { organizer } from "./organizers.ts";
import { pledges } from "./pledges.ts";

export const reminderKind = pgEnum("reminder_kind", [
  "record-date-21",
  "record-date-5",
  "ballot-open",
  "vote-by-14",
  "vote-by-3",
  "vote-by-1",
  "meeting-day",
  "outcome",
  "tier-unlocks",
  "proposal-deadline-60",
  "proposal-deadline-30",
  "fund-letter-14",
  "fund-letter-outcome",
  "vote-tomorrow",
]);
/**
 * `scheduled → queued`, or `cancelled` (no longer needed) or `missed` (too late, or a later one was sent).
 */
export const reminderState = pgEnum("reminder_state", ["scheduled", "queued", "cancelled", "missed"]);

/** A reminder of a pledge, for all its versions: made once, moved with its date, queued at most once. */
export const pledgeReminders = pgTable(
  "pledge_reminders",
  {
    id: identity(),
    series: uuid("series").notNull(),
    /** The version in force. */
    pledgeId: erasedWith("pledge_id", () => pledges.id),
    reminder: reminderKind("reminder").notNull(),
    dueAt: at("due_at").notNull(),
    /** It is useless from then on. */
    uselessAt: at("useless_at").notNull(),
    state: reminderState("state").notNull().default("scheduled"),
    /** Why it was cancelled or missed, as a code. */
    reason: text("reason"),
    queuedAt: at("queued_at"),
  },
  (t) => [
    unique("pledge_reminders_once").on(t.series, t.reminder),
    index("pledge_reminders_due").on(t.dueAt).where(sql`${t.state} = 'scheduled'`),
    index("pledge_reminders_pledge").on(t.pledgeId),
    check("pledge_reminders_due_while_useful", sql`${t.dueAt} < ${t.uselessAt}`),
    check("pledge_reminders_queued_has_time", sql`(${t.state} = 'queued') = (${t.queuedAt} is not null)`),
    check("pledge_reminders_reason_is_a_code", sql`${t.reason} ~ '^[a-z-]{1,40}$'`),
  ],
);

export const coFilerState = pgEnum("co_filer_state", [
  "interested",
  "documents_asked",
  "received",
  "accepted",
  "declined",
]);

/** The stage of a holder who is willing to co-file. No row: interested, and nobody has written yet. */
export const coFilers = pgTable("co_filers", {
  series: uuid("series").primaryKey(),
  pledgeId: erasedWith("pledge_id", () => pledges.id),
  state: coFilerState("state").notNull(),
  changedAt: at("changed_at").notNull(),
  changedBy: organizer("changed_by"),
});
