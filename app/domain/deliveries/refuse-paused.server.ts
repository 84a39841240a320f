import type { TransactionSql } from "postgres";

/** The update was paused or cancelled while its mails were being claimed. */
export class Paused extends Error {}

/**
 * Throws Paused unless the update is still being sent, and holds that until the claim is committed: once a
 * pause is committed, no claim is. The last statement of its transaction.
 */
export async function refusePaused(sql: TransactionSql, updateId: number): Promise<void> {
  const [sending] = await sql`select from updates where id = ${updateId} and state = 'sending' for share`;
  if (!sending) throw new Paused();
}
