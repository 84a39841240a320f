import { sql } from "drizzle-orm";
import { sessionEnds } from "#app/domain/access/organizer.ts";
import { periods } from "#app/domain/base/periods.ts";
import type { Db } from "#db/index.ts";

/**
 * Deletes leftovers of sign-ins: ceremonies after a day (until then they count toward limits), unanswered
 * passkey requests, browsers unused for 180 days, sessions after half a day (an idle one opens nothing, but a
 * download in it continues), and invited people who never proved their address.
 */
export async function sweepSignIn(db: Db, now = new Date()): Promise<void> {
  const at = now.toISOString();
  await db.execute(sql`
    delete from organizer_ceremonies
    where created_at < ${at}::timestamptz - make_interval(hours => ${periods.ceremonyHours})`);
  await db.execute(sql`delete from organizer_challenges where expires_at < now()`);
  await db.execute(sql`
    delete from organizer_browsers
    where used_at < ${at}::timestamptz - make_interval(days => ${periods.knownBrowserDays})`);
  await db.execute(sql`
    delete from organizer_sessions
    where created_at < now() - make_interval(hours => ${sessionEnds.absoluteHours})`);
  await db.execute(sql`
    delete from organizers o
    where o.activated_at is null
      and o.created_at < ${at}::timestamptz - make_interval(hours => ${periods.ceremonyHours})
      and not exists (select 1 from organizer_ceremonies c where c.organizer_id = o.id)`);
}
