import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** Recorded replies of the company, numbered by the dispatch they answer. */
export const replyApproval: ApprovalPort = {
  kind: "reply",
  asks: "write",
  right: "approve",
  opens: "view",
  waiting: sql`select y.campaign_id, y.public_id as subject, x.number, y.recorded_at as asked_at,
      array_remove(array[y.recorded_by_id], null) as hands
    from letter_replies y join letter_dispatches x on x.id = y.dispatch_id
    where y.approved_at is null and y.removed_at is null`,
};
