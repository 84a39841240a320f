import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import type { ApprovalKind } from "./approval.ts";

/** Builds a condition: the newest request of this kind was sent back. `subject`: a thing's public id. */
export const isSentBack = (kind: ApprovalKind, subject: SQL): SQL => sql`exists (
  select from approval_requests b where b.subject = ${subject} and b.kind = ${sql.raw(`'${kind}'`)}
    and b.sent_back_at is not null
    and not exists (select from approval_requests a where a.subject = b.subject and a.kind = b.kind
      and a.id > b.id))`;

/**
 * Reads whether a thing was sent back, once its row is locked: the statement that waits for the lock would
 * still see the request as it was before.
 */
export async function readSentBack(tx: Tx, kind: ApprovalKind, subject: string): Promise<boolean> {
  const [row] = await tx.execute<{ sent: boolean }>(
    sql`select ${isSentBack(kind, sql`${subject}::uuid`)} as sent`,
  );
  return row?.sent ?? false;
}
