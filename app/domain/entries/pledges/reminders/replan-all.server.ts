import { sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { planSeries } from "./plan-series.server.ts";

/** Pledges planned in one transaction, which locks their persons. */
const atOnce = 500;
/** Days after a meeting in which reminders may change: the question about the outcome is useful for 30. */
const over = 40;

type ReplanOptions = { now?: Date; stop?: AbortSignal };

/**
 * Plans the reminders of every pledge in force again whose meeting is not long over, piece by piece in the
 * order of their ids. What is as it should be is only read. Where `stop` ends it before its end it leaves a
 * job for another worker. Safe with other workers and with changes of the same people.
 */
export async function replanAll(
  db: Db,
  keys: Keys,
  { now = new Date(), stop }: ReplanOptions = {},
): Promise<number> {
  let planned = 0;
  let last = 0;
  while (!stop?.aborted) {
    const piece = await listPiece(db, last, now);
    const end = piece.at(-1);
    if (!end) return planned;
    await db.transaction(async (tx) => {
      const persons = piece.map(({ supporterId }) => supporterId);
      await tx.execute(sql`select from supporters where id in ${persons} order by id for update`);
      const series = piece.map((pledge) => pledge.series);
      await planSeries(tx, keys, series, now);
    });
    planned += piece.length;
    last = end.id;
  }
  await db.transaction((tx) => enqueue(tx, "replan-reminders"));
  return planned;
}

const listPiece = async (db: Db, after: number, now: Date) => {
  const since = new Date(now.getTime() - over * 86_400_000).toISOString();
  return [
    ...(await db.execute<{ id: number; series: string; supporterId: number }>(sql`
      select p.id::int, p.series, p.supporter_id::int as "supporterId"
      from pledges p join meetings m on m.id = p.meeting_id
      where p.id > ${after} and p.status = 'active'
        and (m.meeting_on is null or m.meeting_on >= ${since}::date)
      order by p.id limit ${atOnce}`)),
  ];
};
