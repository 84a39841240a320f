import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** What is left of today's (UTC) warm-up cap. */
export type Cap = {
  /** Update emails allowed today; null without a cap. */
  today: number | null;
  /** How many of them are left. */
  left: number;
  tomorrow: Date;
};

const noCap: Cap = { today: null, left: Number.POSITIVE_INFINITY, tomorrow: new Date(0) };

/** Another worker used up the rest; the claim is retried. */
export class CapUsedUp extends Error {}

/**
 * Reads the warm-up caps without locks. `caps` are for the first, second … day of sending updates; after
 * the last there is none.
 */
export async function warmUpCap(tx: Tx, caps: readonly number[]): Promise<Cap> {
  if (caps.length === 0) return noCap;
  const [day] = await tx.execute<{ before: number; tomorrow: string; handedOver: number }>(sql`
    select (select count(*)::int from bulk_days where day < today) as before,
      coalesce((select handed_over from bulk_days where day = today), 0) as "handedOver",
      ((today + 1)::timestamp at time zone 'UTC')::text as tomorrow
    from (select (now() at time zone 'UTC')::date as today) as now`);
  const tomorrow = new Date(day?.tomorrow ?? 0);
  const today = caps[day?.before ?? 0] ?? null;
  const left = today === null ? Number.POSITIVE_INFINITY : Math.max(0, today - (day?.handedOver ?? 0));
  return { today, left, tomorrow };
}

/**
 * Counts emails of updates about to be sent; throws CapUsedUp when the cap does not allow them. Call it late
 * in the transaction: all workers share the row.
 */
export async function countTowardWarmUp(tx: Tx, mails: number, { today }: Cap): Promise<void> {
  const counted = await tx.execute(sql`
    insert into bulk_days as b (day, handed_over) values ((now() at time zone 'UTC')::date, ${mails})
    on conflict (day) do update set handed_over = b.handed_over + excluded.handed_over
      where ${today}::int is null or b.handed_over + excluded.handed_over <= ${today}
    returning day`);
  if (counted.length === 0) throw new CapUsedUp();
}

/** Mails that were not taken do not count. Late in its transaction, like the counting. */
export async function uncountHandedOver(tx: Tx, mails: number): Promise<void> {
  await tx.execute(sql`
    update bulk_days set handed_over = greatest(handed_over - ${mails}, 0)
    where day = (now() at time zone 'UTC')::date`);
}
