import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** A meeting's result takes two people: one reads it in the filing, another compares it. */
export const resultApproval: ApprovalPort = {
  kind: "result",
  asks: "keep-meetings",
  right: "approve",
  opens: "keep-meetings",
  waiting: sql`select r.campaign_id, r.public_id as subject, m.year::int as number, r.asked_at,
      array_remove(array[r.asked_by_id], null) as hands
    from result_proposals r join meetings m on m.id = r.meeting_id
      join campaigns k on k.id = r.campaign_id and k.status <> 'closed'
    where r.approved_at is null and r.withdrawn_at is null`,
};
