import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";

/** In an open campaign, adding or removing companies needs two managers; in a closed one it is impossible. */
export const companiesApproval: ApprovalPort = {
  kind: "companies",
  asks: "manage",
  right: "manage",
  opens: "manage",
  waiting: sql`select c.campaign_id, c.public_id as subject, null::int as number, c.asked_at,
      array_remove(array[c.asked_by_id], null) as hands
    from company_proposals c join campaigns k on k.id = c.campaign_id and k.status = 'open'
    where c.approved_at is null and c.withdrawn_at is null`,
};
