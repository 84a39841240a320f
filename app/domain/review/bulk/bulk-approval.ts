import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";
import { stateOfBulk } from "./bulk-state.ts";

/** Bulk invalidations that are counted and wait for approval. */
export const bulkApproval: ApprovalPort = {
  kind: "bulk",
  asks: "review",
  right: "approve",
  opens: "review",
  waiting: sql`select b.campaign_id, b.public_id as subject, b.number, b.asked_at,
      array_remove(array[b.asked_by_id], null) as hands
    from bulk_invalidations b where ${stateOfBulk} = 'asked'`,
};
