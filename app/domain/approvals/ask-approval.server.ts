import { sql } from "drizzle-orm";
import { listSecondPersons } from "#app/domain/access/list-approvers.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { quietSeconds } from "#app/domain/queue/email.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import type { ApprovalPort } from "./port.ts";

type Asking = {
  campaignId: number;
  /** The public id of what waits now. */
  subject: string;
  /** Who asks; `system` where an approval lapsed. */
  actor: Actor;
  /** An organizer who loses the right in this transaction. */
  leaving?: string;
};

/**
 * Emails everybody who may approve something that now awaits approval, once per request: those who may
 * approve it and open its page, except who had a hand in it. Somebody whose approval does not count yet gets
 * the email when it does. Call it in the transaction that submits it, after that; where it has expired, it
 * asks nobody. An email is not sent if this no longer holds when it is due.
 */
export async function askApproval(
  tx: Tx,
  port: ApprovalPort,
  { campaignId, subject, actor, leaving }: Asking,
  now: Date,
): Promise<void> {
  const [thing] = await tx.execute<{ number: number | null; hands: string[] }>(sql`
    select w.number, w.hands::text[] as hands from (${port.waiting}) w
    where w.campaign_id = ${campaignId} and w.subject = ${subject}::uuid`);
  if (!thing) return;
  const [request] = await tx.execute<{ id: number }>(sql`
    insert into approval_requests (campaign_id, kind, subject, number, asked_by_id, asked_at)
    values (${campaignId}, ${port.kind}, ${subject}::uuid, ${thing.number}, ${organizerOf(actor)}::uuid,
      ${now.toISOString()}) returning id::float8 as id`);
  const people = await listSecondPersons(tx, campaignId, port);
  const asked = people.filter(
    ({ id, holds, opens }) => holds && opens && id !== leaving && !thing.hands.includes(id),
  );
  // The operator often approves right after asking: wait, so that nobody is emailed in vain.
  const wait = actor === "operator" ? quietSeconds : 0;
  const queued = await tx.execute(sql`
    insert into outbox (organizer_id, campaign_id, approval_request_id, template, due_at)
    select a.id, ${campaignId}, ${request?.id ?? null}, 'approval-asked',
      greatest(now() + make_interval(secs => ${wait}), a.counts_from::timestamptz)
    from unnest(${sql.param(asked.map(({ id }) => id))}::uuid[],
      ${sql.param(asked.map(({ counts, countsFrom }) => (counts ? null : countsFrom)))}::text[])
        a (id, counts_from)
    order by a.id returning id`);
  if (queued.length > 0) await enqueue(tx, "send-mail");
}
