import { asc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { pledgeReminders } from "#db/schema/index.ts";

/** What was or will be reminded of about one pledge, all its versions, in the order it comes. */
export const listReminders = (db: DbOrTx, series: string) =>
  db
    .select({
      reminder: pledgeReminders.reminder,
      dueAt: pledgeReminders.dueAt,
      state: pledgeReminders.state,
      queuedAt: pledgeReminders.queuedAt,
    })
    .from(pledgeReminders)
    .where(eq(pledgeReminders.series, series))
    .orderBy(asc(pledgeReminders.dueAt), asc(pledgeReminders.id));
