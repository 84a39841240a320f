import { sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Tx } from "#db/index.ts";

/** Hours between two warnings to one address: shorter than the link's lifetime, so one always works. */
const warnedOnceInHours = 24;

/** Warns an organizer of repeated code requests for their address. Call it under the lock of that address. */
export async function warnOfRequests(tx: Tx, organizerId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const from = sql`where not exists (select from outbox
      where organizer_id = ${organizerId} and template = 'codes-asked'
      and created_at > ${at}::timestamptz - make_interval(hours => ${warnedOnceInHours}))`;
  await queueEmails(tx, "codes-asked", { organizerId, createdAt: now }, from);
}
