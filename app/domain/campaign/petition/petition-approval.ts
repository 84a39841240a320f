import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** Petition texts waiting to take effect, and translations of the current one. One per campaign at a time. */
export const petitionApproval: ApprovalPort = {
  kind: "petition",
  asks: "manage",
  right: "approve",
  opens: "view",
  waiting: sql`select p.campaign_id, p.public_id as subject, null::int as number, p.asked_at,
      array_remove(array[p.asked_by_id, p.edited_by_id] || p.translated_by, null) as hands
    from petition_proposals p where p.approved_at is null and p.withdrawn_at is null`,
};
