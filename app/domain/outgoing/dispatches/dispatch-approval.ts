import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** Submitted dispatches of letters. Their approvers must be able to read the letters. */
export const dispatchApproval: ApprovalPort = {
  kind: "dispatch",
  asks: "write",
  right: "approve",
  opens: "view-names",
  waiting: sql`select x.campaign_id, x.public_id as subject, x.number, x.submitted_at as asked_at,
      array_remove(array[x.submitted_by_id, x.edited_by_id], null) as hands
    from letter_dispatches x where x.state = 'draft' and x.submitted_at is not null
      and x.approved_at is null`,
  drafts: sql`select d.public_id from letter_dispatches d where d.state = 'draft'`,
};
