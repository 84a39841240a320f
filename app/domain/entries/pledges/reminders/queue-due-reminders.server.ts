import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { insertEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { pledgeReminders, pledges } from "#db/schema/index.ts";
import { planSeries } from "./plan-series.server.ts";
import { type ReminderKind, reminderKinds } from "./reminder.ts";

/** Persons whose reminders are queued in one transaction. */
const atOnce = 200;
/** Due rows to look at, more than needed: other workers hold some of their persons. */
const readAtOnce = 5 * atOnce;

/**
 * Queues all reminders due by the database's clock, or at `at`. Dates and pledge are checked again in the
 * queueing transaction: a reminder that moved waits, one no longer needed is cancelled. If several are due
 * for one pledge, the latest is sent and the others are missed. Returns how many emails were queued. Safe
 * with other workers: it skips persons that one of them has locked, and never queues a row twice. It ends
 * early if all first in line are locked; the next run continues. After `stop` aborts, it ends with the piece
 * under way.
 */
export async function queueDueReminders(db: Db, keys: Keys, at?: Date, stop?: AbortSignal): Promise<number> {
  let queued = 0;
  while (!stop?.aborted) {
    const piece = await db.transaction(async (tx) => queuePiece(tx, keys, at ?? (await readClock(tx))));
    if (piece === null) break;
    queued += piece;
  }
  return queued;
}

async function readClock(tx: Tx): Promise<Date> {
  const [clock] = await tx.execute<{ now: string }>(sql`select now() as now`);
  return new Date(clock?.now ?? "");
}

async function queuePiece(tx: Tx, keys: Keys, now: Date): Promise<number | null> {
  const persons = await lockPersons(tx, now);
  if (persons.length === 0) return null;
  const found = await tx
    .selectDistinct({ series: pledgeReminders.series })
    .from(pledgeReminders)
    .innerJoin(pledges, eq(pledges.id, pledgeReminders.pledgeId))
    .where(and(inArray(pledges.supporterId, persons), isDue(now)));
  const series = found.map((row) => row.series);
  await planSeries(tx, keys, series, now);

  const due = await tx
    .select()
    .from(pledgeReminders)
    .where(and(inArray(pledgeReminders.series, series), isDue(now)));
  const { go, missed } = newestOf(due);
  if (missed.length > 0) {
    await tx
      .update(pledgeReminders)
      .set({ state: "missed", reason: "newer-went" })
      .where(inArray(pledgeReminders.id, missed));
  }
  if (go.length === 0) return 0;
  await queueMails(tx, go, now);
  await enqueue(tx, "send-mail");
  return go.length;
}

const isDue = (now: Date) => and(eq(pledgeReminders.state, "scheduled"), lte(pledgeReminders.dueAt, now));

/**
 * Locks the persons who wait longest, before their data as everywhere. Reads only the first due rows, without
 * sorting all.
 */
async function lockPersons(tx: Tx, now: Date): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select s.id::int from (
        select pledge_id from pledge_reminders
        where state = 'scheduled' and due_at <= ${now.toISOString()}::timestamptz
        order by due_at limit ${readAtOnce}) r
      join pledges p on p.id = r.pledge_id join supporters s on s.id = p.supporter_id
    limit ${atOnce} for update of s skip locked`);
  return [...new Set(rows.map(({ id }) => id))];
}

type Due = { id: number; series: string; reminder: ReminderKind; dueAt: Date };

/** For each series the one due last; if several were due at one time, the one later in the season. */
function newestOf(due: readonly Due[]): { go: number[]; missed: number[] } {
  const later = (a: Due, b: Due) =>
    b.dueAt.getTime() - a.dueAt.getTime() ||
    reminderKinds.indexOf(b.reminder) - reminderKinds.indexOf(a.reminder);
  const newest = new Map<string, number>();
  for (const { series, id } of due.toSorted(later)) if (!newest.has(series)) newest.set(series, id);
  const go = [...newest.values()];
  return { go, missed: due.map(({ id }) => id).filter((id) => !go.includes(id)) };
}

/**
 * Queues one email each and sets the state that prevents another. Nobody requests these, so no daily limit
 * counts them.
 */
const queueMails = (tx: Tx, ids: readonly number[], now: Date) =>
  tx.execute(sql`
    with went as (
      update pledge_reminders set state = 'queued', queued_at = ${now.toISOString()}::timestamptz
      where id in ${ids} and state = 'scheduled' returning id, pledge_id, reminder, due_at)
    ${insertEmails(
      "pledge-reminder",
      {
        campaignId: sql`p.campaign_id`,
        supporterId: sql`p.supporter_id`,
        pledgeId: sql`p.id`,
        reminder: sql`w.reminder`,
        lane: "bulk",
        createdAt: now,
      },
      sql`from went w join pledges p on p.id = w.pledge_id order by w.due_at, w.id`,
    )}`);

/**
 * Requeues a reminder whose email was certainly not sent and ends in this transaction: it waits until its
 * date is sure again. False while another transaction has locked it: then the email must wait, since that
 * transaction may be waiting for the email.
 */
export async function requeueReminder(tx: Tx, emailId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    with held as (
      select r.id from outbox d
        join pledges p on p.id = d.pledge_id
        join pledge_reminders r on r.series = p.series and r.reminder = d.reminder
      where d.id = ${emailId} and r.state = 'queued'
      for update of r skip locked)
    update pledge_reminders r set state = 'cancelled', reason = 'date-gone', queued_at = null
    from held where r.id = held.id returning r.id`);
  return rows.length > 0;
}
