import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Hours in which the owner of an address is warned once. Shorter than its link works, so that one always does. */
const warnedOnceInHours = 24;

/** Warns an organizer that somebody keeps asking for codes with their address. Needs the turn of the address. */
export async function warnOfRequests(tx: Tx, organizerId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`
    insert into deliveries (organizer_id, template, created_at)
    select ${organizerId}, 'codes-asked', ${at}::timestamptz
    where not exists (select from deliveries where organizer_id = ${organizerId} and template = 'codes-asked'
      and created_at > ${at}::timestamptz - make_interval(hours => ${warnedOnceInHours}))`);
}
