import { asc, eq } from "drizzle-orm";
import { dayIn } from "#app/domain/base/zone.ts";
import type { DbOrTx } from "#db/index.ts";
import { pledgeReminders, pledges, supporters } from "#db/schema/index.ts";

/**
 * Lists past and coming reminders of one pledge, all its versions, in the order they come. `dueOn` and
 * `queuedOn` are the days (`YYYY-MM-DD`) where its holder is.
 */
export async function listReminders(db: DbOrTx, series: string) {
  const { reminder, dueAt, state, queuedAt } = pledgeReminders;
  const rows = await db
    .select({ reminder, dueAt, state, queuedAt, country: supporters.country })
    .from(pledgeReminders)
    .innerJoin(pledges, eq(pledges.id, pledgeReminders.pledgeId))
    .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
    .where(eq(pledgeReminders.series, series))
    .orderBy(asc(dueAt), asc(pledgeReminders.id));
  return rows.map(({ country, ...row }) => ({
    ...row,
    dueOn: dayIn(country, row.dueAt),
    queuedOn: row.queuedAt && dayIn(country, row.queuedAt),
  }));
}
