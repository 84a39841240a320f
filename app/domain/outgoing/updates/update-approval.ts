import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** Submitted updates, and those on hold for which another approval was requested. */
export const updateApproval: ApprovalPort = {
  kind: "update",
  asks: "write",
  right: "approve",
  opens: "view",
  waiting: sql`select u.campaign_id, u.public_id as subject, u.number, u.submitted_at as asked_at,
      array_remove(array[u.submitted_by_id, u.edited_by_id], null) as hands
    from updates u where u.submitted_at is not null and u.approved_at is null
      and (u.state = 'draft' or (u.state = 'paused' and u.pause_reason = 'differs'))`,
  drafts: sql`select d.public_id from updates d where d.state in ('draft', 'paused')`,
};
