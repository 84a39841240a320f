import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import type { Member } from "./lock-batch.server.ts";

/**
 * Settles the emails of a waiting batch that were being sent one by one when their worker died: files are
 * written again, others may have been sent. Returns the batch's current emails.
 */
export async function recoverInterrupted(tx: Tx, members: readonly Member[]): Promise<Member[]> {
  const lost = members.filter(({ state }) => state === "claimed");
  if (lost.length === 0) return [...members];
  const again = lost.filter(({ transport }) => transport === "file").map(({ id }) => id);
  const gone = lost.filter(({ transport }) => transport !== "file").map(({ id }) => id);
  await tx.execute(sql`
    update outbox set lease_until = null, problem = 'interrupted',
      state = (case when id = any (${sql.param(again)}::bigint[]) then 'queued'
        else 'unknown' end)::email_state,
      settled_at = case when id = any (${sql.param(again)}::bigint[]) then null else now() end
    where id = any (${sql.param([...again, ...gone])}::bigint[])`);
  return members.map((member) => {
    if (again.includes(member.id)) return { ...member, state: "queued" };
    return gone.includes(member.id) ? { ...member, state: "unknown" } : member;
  });
}
