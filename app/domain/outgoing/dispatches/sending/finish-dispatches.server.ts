import { sql } from "drizzle-orm";
import { endDispatchEmails } from "#app/domain/outgoing/dispatches/end-emails.server.ts";
import { queueEmailsToWriters } from "#app/domain/outgoing/dispatches/queue-emails-to-writers.server.ts";
import type { Db } from "#db/index.ts";

/** Ends dispatches with nothing waiting or open, and releases letters that cancelled ones got back. */
export async function finishDispatches(db: Db, now = new Date()): Promise<number> {
  const open = sql`exists (select from letter_parts p join outbox d on d.letter_part_id = p.id
    where p.dispatch_id = x.id and d.state in ('queued', 'claimed'))`;
  const found = await db.execute<{ id: number; state: "sending" | "cancelled" }>(sql`
    select x.id::float8 as id, x.state from letter_dispatches x
    where (x.state = 'sending' and not ${open})
      or (x.state = 'cancelled' and x.started_at is not null and x.finished_at > now() - interval '30 days'
        and ${open})`);
  for (const { id, state } of found) {
    await db.transaction(async (tx) => {
      const locked = await tx.execute(sql`
        select from letter_dispatches where id = ${id} and state = ${state}::letter_dispatch_state
        for update skip locked`);
      if (locked.length === 0) return;
      if (state === "cancelled") await endDispatchEmails(tx, id);
      else {
        await tx.execute(sql`
          update letter_dispatches x set state = 'sent', finished_at = now()
          where id = ${id} and not ${open}`);
      }
      await queueEmailsToWriters(tx, id, now);
    });
  }
  return found.length;
}
