import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** Closing a campaign needs two managers. */
export const closingApproval: ApprovalPort = {
  kind: "closing",
  asks: "manage",
  right: "manage",
  opens: "manage",
  waiting: sql`select c.campaign_id, c.public_id as subject, null::int as number, c.asked_at,
      array_remove(array[c.asked_by_id], null) as hands
    from campaign_closings c where c.approved_at is null and c.withdrawn_at is null`,
};
