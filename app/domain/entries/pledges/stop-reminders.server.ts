import { and, asc, eq, sql } from "drizzle-orm";
import { dayIn } from "#app/domain/base/zone.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { pledgeReminders, pledges, supporters } from "#db/schema/index.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { planSeries } from "./reminders/plan-series.server.ts";

/** Ends the reminders of one pledge, in all versions, and nothing else: the pledge stays. */
export async function stopReminders(
  db: Db,
  keys: Keys,
  { publicId }: { publicId: string },
  now = new Date(),
): Promise<{ outcome: "stopped" | "not-reminded" }> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    if (!known) return { outcome: "not-reminded" };
    const stopped = await tx
      .update(pledges)
      .set({ reminders: false })
      .where(and(eq(pledges.series, known.series), eq(pledges.reminders, true)))
      .returning({ id: pledges.id });
    if (stopped.length === 0) return { outcome: "not-reminded" };
    await planReminders(tx, keys, known.series, now);
    return { outcome: "stopped" };
  });
}

export type ReminderMail = {
  pledge: string;
  /** Slug. */
  campaign: string;
  company: string;
  year: number;
  fund: boolean;
  /** False once reminders were stopped, and for a pledge no longer in force. */
  reminds: boolean;
};

/** Finds the reminder of an email by its public id. Null when there is none, or its person is gone. */
export async function findReminderMail(db: Db, emailPublicId: string): Promise<ReminderMail | null> {
  const [mail] = await db.execute<ReminderMail>(sql`
    select p.public_id as pledge, c.slug as campaign, t.name as company, m.year::int, p.kind = 'fund' as fund,
      exists (select from pledges v where v.supporter_id = p.supporter_id and v.series = p.series
        and v.status in ('active', 'flagged') and v.reminders) as reminds
    from outbox d
    join pledges p on p.id = d.pledge_id
    join meetings m on m.id = p.meeting_id
    join campaigns c on c.id = p.campaign_id
    join targets t on t.id = m.target_id
    where d.public_id = ${emailPublicId} and d.template = 'pledge-reminder'`);
  return mail ?? null;
}

/** Ends the reminders of the pledge that this reminder was about, and nothing else. */
export async function stopRemindersOf(
  db: Db,
  keys: Keys,
  emailPublicId: string,
  now = new Date(),
): Promise<{ outcome: "stopped" | "not-reminded" }> {
  const mail = await findReminderMail(db, emailPublicId);
  return mail ? stopReminders(db, keys, { publicId: mail.pledge }, now) : { outcome: "not-reminded" };
}

/**
 * Brings the reminders of one pledge, all its versions, to what its meeting, its way of holding and its
 * state ask for. What was queued once is never queued again. Call it with the person locked.
 */
export const planReminders = (tx: Tx, keys: Keys, series: string, now: Date): Promise<void> =>
  planSeries(tx, keys, [series], now);

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
