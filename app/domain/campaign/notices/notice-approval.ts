import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** Notices to earlier signers that are not approved in their current form, by the version of the text. */
export const noticeApproval: ApprovalPort = {
  kind: "notice",
  asks: "manage",
  right: "approve",
  opens: "view",
  waiting: sql`select n.campaign_id, n.public_id as subject, n.version as number, n.asked_at,
      array_remove(array[n.asked_by_id], null) as hands
    from petition_notices n where n.cancelled_at is null
      and (n.approved_at is null or (n.paused_at is not null and n.approved_frame is null))`,
};
