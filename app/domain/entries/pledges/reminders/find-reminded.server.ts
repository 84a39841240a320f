import { sql } from "drizzle-orm";
import { type FoundPledge, findPledge } from "#app/domain/entries/pledges/queries.server.ts";
import type { Db } from "#db/index.ts";
import type { ReminderKind } from "./reminder.ts";

/**
 * Finds what a reminder is about: the pledge's version in force, and when it was due. Null when none is in
 * force.
 */
export async function findReminded(
  db: Db,
  { pledgeId, reminder }: { pledgeId: string; reminder: ReminderKind },
): Promise<{ pledge: FoundPledge; dueAt: Date } | null> {
  const [found] = await db.execute<{ publicId: string; dueAt: string }>(sql`
    select f.public_id as "publicId", r.due_at as "dueAt"
    from pledges p
    join pledges f on f.supporter_id = p.supporter_id and f.series = p.series and f.status = 'active'
    join pledge_reminders r on r.series = p.series and r.reminder = ${reminder}
    where p.public_id = ${pledgeId}`);
  const pledge = found ? await findPledge(db, found.publicId) : null;
  return found && pledge ? { pledge, dueAt: new Date(found.dueAt) } : null;
}
