import { sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { organizerOf } from "./may-act.server.ts";

type Changed = {
  campaignId: number;
  organizerId: string;
  /** They can approve now and could not before. */
  gained: boolean;
};

/**
 * Records who gave or took the rights that changed in this transaction; what the operator gave or took counts
 * at once. If the right to approve changed, emails the team: everyone who may approve or manage, and the
 * person. Call it after the change, in its transaction.
 */
export async function noteApprovers(
  tx: Tx,
  { campaignId, organizerId, gained }: Changed,
  actor: Actor,
  now: Date,
): Promise<void> {
  const by = organizerOf(actor);
  const isOperator = actor === "operator";
  const theirs = sql`campaign_id = ${campaignId} and organizer_id = ${organizerId}`;
  await tx.execute(sql`
    update right_periods set taken_by_id = ${by}::uuid, taken_by_operator = ${isOperator}
    where ${theirs} and until >= now()`);
  // Only rights noted just now: who gave earlier ones stays recorded.
  await tx.execute(sql`
    update right_periods set given_by_id = ${by}::uuid, given_by_operator = ${isOperator}
    where ${theirs} and until is null and noted_at = now()`);

  const email = {
    organizerId: sql`o.id`,
    campaignId: sql`h.campaign_id`,
    rightPeriodId: sql`h.id`,
    createdAt: now,
  };
  const from = sql`from right_periods h cross join organizers o
    left join campaign_organizers m on m.organizer_id = o.id and m.campaign_id = h.campaign_id
    where h.campaign_id = ${campaignId} and h.organizer_id = ${organizerId} and h."right" = 'approve'
      and (h.until >= now() or (${gained} and h.until is null))
      and (o.id = h.organizer_id or m.role = 'owner' or m.rights && array['approve', 'manage'])
      and o.activated_at is not null and o.disabled_at is null`;
  if ((await queueEmails(tx, "approver-changed", email, from)) > 0) await enqueue(tx, "send-mail");
}
