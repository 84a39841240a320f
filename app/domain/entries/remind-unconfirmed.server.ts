import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { periods } from "#app/domain/base/periods.ts";
import { askedSince, asksLater, type Entry } from "#app/domain/queue/asked-since.ts";
import { type EmailTemplate, remindAfterHours } from "#app/domain/queue/email.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Db } from "#db/index.ts";

type Waiting = { id: number; supporterId: number; campaignId: number };

type Kind = {
  table: PgTable;
  /** Condition on table `e`: unconfirmed. */
  waits: SQL;
  /** The entry on table `e`. */
  entry: Entry;
  template: EmailTemplate;
  /** The outbox column that refers to it. */
  named: "signatureId" | "pledgeId" | "letterId";
  limit: "day" | "kind";
  /** True if it no longer needs to be confirmed. */
  isOver?: (id: number) => Promise<boolean>;
};

/**
 * Queues one reminder for each entry of a kind, in an open campaign, whose owner was asked 48 hours ago
 * and that is not about to be purged. Returns how many; a person who got three emails today waits for the
 * next run.
 */
export async function remindUnconfirmed(db: Db, kind: Kind, now: Date): Promise<number> {
  const { table, waits, entry, template, named, limit } = kind;
  const since = askedSince(entry);
  const at = now.toISOString();
  const waiting = sql`${waits} and e.reminded_at is null and not ${asksLater(entry)}
    and ${entry.stored} <= ${at}::timestamptz - make_interval(hours => ${remindAfterHours})
    and ${since} <= ${at}::timestamptz - make_interval(hours => ${remindAfterHours})
    and ${since} > ${at}::timestamptz - make_interval(hours => ${periods.unconfirmedDays * 24})`;
  const due = await db.execute<Waiting>(sql`
    select e.id::float8 as id, e.supporter_id::float8 as "supporterId", e.campaign_id::float8 as "campaignId"
    from ${table} e join campaigns c on c.id = e.campaign_id and c.status = 'open'
    where ${waiting} order by ${since}`);

  let queued = 0;
  for (const { id, supporterId, campaignId } of due) {
    if (await kind.isOver?.(id)) continue;
    queued += await db.transaction(async (tx) => {
      await tx.execute(sql`select from supporters where id = ${supporterId} for update`);
      const [still] = await tx.execute(sql`select from ${table} e where e.id = ${id} and ${waiting}`);
      const email = { supporterId, campaignId, [named]: id, template, limit };
      if (!still || !(await queueSupporterEmail(tx, email, now))) return 0;
      await tx.execute(sql`update ${table} e set reminded_at = ${at} where e.id = ${id}`);
      return 1;
    });
  }
  return queued;
}
