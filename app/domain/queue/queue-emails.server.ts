import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";
import type { EmailTemplate } from "./email.ts";

type Column = keyof typeof outbox.$inferInsert;

/** To whom an email goes and what it is about. The database's clock decides when it is due. */
export type QueuedEmail = Partial<
  Record<Exclude<Column, "template" | "lane" | "createdAt" | "dueAt">, SQL | string | number | null>
> & { lane?: "asked" | "free" | "bulk"; createdAt?: SQL | Date; dueAt?: SQL };

/**
 * Queues an email for each row that `from` finds, or one, in the transaction of the event it reports. Values
 * may name columns of those rows. Returns how many. Applies no limit: what a stranger can request is queued
 * by `queueSupporterEmail`.
 */
export async function queueEmails(
  tx: Tx,
  template: EmailTemplate,
  email: QueuedEmail,
  from?: SQL,
): Promise<number> {
  const queued = await tx.execute(sql`${insertEmails(template, email, from)} returning id`);
  return queued.length;
}

/** Inserts within a larger statement. */
export function insertEmails(template: EmailTemplate, email: QueuedEmail, from = sql``): SQL {
  const columns = getTableColumns(outbox);
  const names = Object.keys(email).map((key) => sql.identifier(columns[key as Column].name));
  const values = Object.values(email).map((value) =>
    value instanceof Date ? sql`${value.toISOString()}::timestamptz` : sql`${value}`,
  );
  return sql`insert into outbox (template, ${sql.join(names, sql`, `)})
    select ${template}::email_template, ${sql.join(values, sql`, `)} ${from}`;
}
