import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** Ends updates with nothing waiting or open. Returns how many. */
export async function finishUpdates(db: Db): Promise<number> {
  const finished = await db.execute(sql`
    update updates u set state = 'sent', finished_at = now()
    where u.state = 'sending' and u.prepared_at is not null
      and not exists (select from email_batches b
        where b.update_id = u.id and b.state in ('queued', 'frozen'))
    returning id`);
  return finished.length;
}
