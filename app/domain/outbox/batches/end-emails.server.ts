import type { TransactionSql } from "postgres";
import type { EmailState } from "#app/domain/queue/email.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import type { Member } from "./lock-batch.server.ts";

type Ending = { state: Extract<EmailState, "suppressed" | "skipped" | "failed">; problem: string | null };

/** Tells why an email does not go; null when it may. */
export function endingOf(member: Member, suppressed: ReadonlySet<number>): Ending | null {
  if (!member.agrees) return { state: "skipped", problem: "unsubscribed" };
  if (!member.isMeant) return { state: "skipped", problem: "no-longer-due" };
  if (suppressed.has(member.id)) return { state: "suppressed", problem: null };
  if (!isOneAddress(member.email)) return { state: "failed", problem: "bad-address" };
  return null;
}

/** Ends emails that do not go, in one statement. */
export async function endUpdateEmails(
  sql: TransactionSql,
  mails: readonly { id: number; ending: Ending | null }[],
): Promise<void> {
  const ending = mails.flatMap(({ id, ending: one }) => (one ? { id, ...one } : []));
  if (ending.length === 0) return;
  await sql`
    update outbox d set state = e.state::email_state, problem = e.problem, settled_at = now(),
      lease_until = null
    from unnest(${ending.map(({ id }) => id)}::bigint[], ${ending.map(({ state }) => state)}::text[],
      ${ending.map(({ problem }) => problem)}::text[]) as e (id, state, problem)
    where d.id = e.id`;
}

/** Ends emails of one outcome. */
export async function markMails(
  sql: TransactionSql,
  mails: readonly Member[],
  state: "failed" | "unknown",
  problem: string,
): Promise<void> {
  await sql`
    update outbox set state = ${state}, problem = ${problem}, settled_at = now(), lease_until = null
    where id = any (${mails.map(({ id }) => id)}::bigint[])`;
}

/** Ends a batch; its emails keep their own outcomes. */
export const endBatch = (
  sql: TransactionSql,
  batchId: number,
  state: "skipped" | "failed" | "unknown",
  problem: string | null,
) => sql`
  update email_batches set state = ${state}, problem = ${problem}, settled_at = now(), lease_until = null
  where id = ${batchId}`;
