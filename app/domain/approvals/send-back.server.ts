import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import type { Actor } from "../audit/record.server.ts";
import { organizerOf } from "../updates/lock-update.server.ts";
import type { ApprovalThing } from "./approval.ts";

type SendingBack = ApprovalThing & {
  campaignId: number;
  actor: Actor;
  reason: string;
  /** Who asked for its approval. */
  askedById: string | null;
  /** Who wrote it. */
  authorIds: readonly (string | null)[];
};

/**
 * Stores why something was not approved, and emails those who wrote it or asked for its approval, as far as they still belong
 * to the campaign. The email does not hold the reason: the page of the thing does. In the transaction that takes it back.
 */
export async function noteSentBack(tx: Tx, thing: SendingBack, now: Date): Promise<void> {
  const { campaignId, kind, subject, number, actor, reason, askedById } = thing;
  const by = organizerOf(actor);
  const at = now.toISOString();
  const [request] = await tx.execute<{ id: number }>(sql`
    update approval_requests set sent_back_at = ${at}, sent_back_by_id = ${by}::uuid, reason = ${reason}
    where id = (select max(id) from approval_requests where campaign_id = ${campaignId} and kind = ${kind}
      and subject = ${subject}::uuid) and sent_back_at is null
    returning id::float8 as id`);
  // What was asked for before there were requests has none.
  const [added] = request
    ? [request]
    : await tx.execute<{ id: number }>(sql`
        insert into approval_requests (campaign_id, kind, subject, number, asked_by_id, asked_at, sent_back_at,
          sent_back_by_id, reason)
        values (${campaignId}, ${kind}, ${subject}::uuid, ${number}, ${askedById}::uuid, ${at}, ${at},
          ${by}::uuid, ${reason}) returning id::float8 as id`);
  const told = [...new Set([askedById, ...thing.authorIds])].filter((id) => id !== null && id !== by);
  const queued = await tx.execute(sql`
    insert into deliveries (organizer_id, campaign_id, approval_request_id, template)
    select o.id, m.campaign_id, ${added?.id ?? null}, 'approval-sent-back'
    from organizers o join campaign_organizers m on m.organizer_id = o.id and m.campaign_id = ${campaignId}
    where o.id = any (${sql.param(told)}::uuid[]) and o.activated_at is not null and o.disabled_at is null
    order by o.id returning id`);
  if (queued.length > 0) await enqueue(tx, "send-mail");
}
