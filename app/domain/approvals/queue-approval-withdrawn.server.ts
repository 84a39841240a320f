import { sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import type { ApprovalKind } from "./approval.ts";

type Withdrawn = { campaignId: number; kind: ApprovalKind; subject: string; actor: Actor };

/**
 * Emails those asked for an approval that is no longer needed, except who withdrew it. A request email still
 * in the queue is skipped. Call it in the transaction that ends the waiting.
 */
export async function queueApprovalWithdrawn(
  tx: Tx,
  { campaignId, kind, subject, actor }: Withdrawn,
): Promise<void> {
  const queued = await tx.execute(sql`
    insert into outbox (organizer_id, campaign_id, approval_request_id, template)
    select d.organizer_id, d.campaign_id, d.approval_request_id, 'approval-withdrawn'
    from outbox d join organizers o on o.id = d.organizer_id
      join campaign_organizers m on m.organizer_id = o.id and m.campaign_id = d.campaign_id
    where d.template = 'approval-asked' and d.state not in ('queued', 'skipped')
      and d.approval_request_id = (select max(q.id) from approval_requests q
        where q.campaign_id = ${campaignId} and q.kind = ${kind} and q.subject = ${subject}::uuid)
      and d.organizer_id is distinct from ${organizerOf(actor)}::uuid
      and o.activated_at is not null and o.disabled_at is null
    order by d.organizer_id on conflict do nothing returning id`);
  if (queued.length > 0) await enqueue(tx, "send-mail");
}
