import { sql } from "drizzle-orm";
import type { Ending } from "#app/domain/queue/tries.server.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import type { Tx } from "#db/index.ts";
import type { Member } from "./lock-batch.server.ts";

/** Tells why an email does not go; null when it may. */
export function endingOfMember(member: Member, suppressed: ReadonlySet<number>): Ending | null {
  if (!member.agrees) return { state: "skipped", problem: "unsubscribed" };
  if (!member.isMeant) return { state: "skipped", problem: "no-longer-due" };
  if (suppressed.has(member.id)) return { state: "suppressed", problem: null };
  if (!isOneAddress(member.email)) return { state: "failed", problem: "bad-address" };
  return null;
}

/** Ends emails that do not go, in one statement. */
export async function endUpdateEmails(
  tx: Tx,
  mails: readonly { id: number; ending: Ending | null }[],
): Promise<void> {
  const ending = mails.flatMap(({ id, ending: one }) => (one ? { id, ...one } : []));
  if (ending.length === 0) return;
  await tx.execute(sql`
    update outbox d set state = e.state::email_state, problem = e.problem, settled_at = now(),
      lease_until = null
    from json_to_recordset((${JSON.stringify(ending)}::text)::json) as e (id bigint, state text, problem text)
    where d.id = e.id`);
}
