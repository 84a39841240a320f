import type { TransactionSql } from "postgres";

type Cap = {
  /** Mails of updates that may still be handed over today (UTC). */
  left: number;
  /** When the next day begins. */
  tomorrow: Date;
};

/**
 * What the caps of a sender that is warming up leave of today. `caps` are for the first, second … day on
 * which any mail of an update went; after the last there is none. Where one holds, workers wait for each other here.
 */
export async function capOfToday(sql: TransactionSql, caps: readonly number[]): Promise<Cap> {
  const today = sql`(now() at time zone 'UTC')::date`;
  const [day] = await sql<{ before: number; tomorrow: string }[]>`
    select (select count(*)::int from bulk_days where day < ${today}) as before,
      ((${today} + 1)::timestamp at time zone 'UTC')::text as tomorrow`;
  const tomorrow = new Date(day?.tomorrow ?? 0);
  const cap = caps[day?.before ?? 0];
  if (cap === undefined) return { left: Number.POSITIVE_INFINITY, tomorrow };

  await sql`insert into bulk_days (day) values (${today}) on conflict do nothing`;
  const [held] = await sql<{ handedOver: number }[]>`
    select handed_over as "handedOver" from bulk_days where day = ${today} for update`;
  return { left: Math.max(0, cap - (held?.handedOver ?? 0)), tomorrow };
}

/** Counts mails of updates that are about to be handed over. The last statement of its transaction: the row is common to all. */
export async function countHandedOver(sql: TransactionSql, mails: number): Promise<void> {
  await sql`
    insert into bulk_days as b (day, handed_over) values ((now() at time zone 'UTC')::date, ${mails})
    on conflict (day) do update set handed_over = b.handed_over + excluded.handed_over`;
}
