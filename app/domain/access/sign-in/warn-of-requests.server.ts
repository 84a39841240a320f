import { sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Tx } from "#db/index.ts";

/** Hours in which the owner of an address is warned once. Shorter than its link works, so that one always does. */
const warnedOnceInHours = 24;

/** Warns an organizer that somebody keeps asking for codes with their address. Needs the turn of the address. */
export async function warnOfRequests(tx: Tx, organizerId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const from = sql`where not exists (select from deliveries where organizer_id = ${organizerId} and template = 'codes-asked'
      and created_at > ${at}::timestamptz - make_interval(hours => ${warnedOnceInHours}))`;
  await queueEmails(tx, "codes-asked", { organizerId, createdAt: now }, from);
}
