import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";
import { actorOf } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { publishReply } from "./publish-reply.server.ts";
import { replyApproval } from "./reply-approval.ts";

type Approval = {
  /** `organizerId` null: the operator, a second person to every organizer. */
  scope: { campaignId: number; organizerId: string | null };
  publicId: string;
  /** The operator recorded it too, and states so. */
  alone?: boolean;
};

export type ReplyApproved =
  | { outcome: "approved"; told: number }
  /** They recorded it and somebody else can approve, or why they cannot yet. */
  | NotApproving
  /** No reply waits under this id, or they lack the right. */
  | { outcome: "gone" };

/** Lets an answer out that somebody else recorded. Its caller has reauthenticated the actor. */
export async function approveReply(
  db: Db,
  { scope, publicId, alone = false }: Approval,
  now = new Date(),
): Promise<ReplyApproved> {
  const { campaignId, organizerId } = scope;
  const actor = actorOf(organizerId);
  return db.transaction(async (tx): Promise<ReplyApproved> => {
    const [reply] = await tx.execute<{
      id: number;
      by: string | null;
      dispatchId: number;
      number: number;
    }>(sql`
      select y.id::float8 as id, y.recorded_by_id as by, d.id::float8 as "dispatchId", d.number
      from letter_replies y join letter_dispatches d on d.id = y.dispatch_id
      where y.public_id = ${publicId} and y.campaign_id = ${campaignId} and y.removed_at is null
        and y.approved_at is null and ${mayAct(actor, campaignId, "approve")}
      for update of y`);
    if (!reply || (await readSentBack(tx, "reply", publicId))) return { outcome: "gone" };
    const decided = await decideApproval(
      tx,
      replyApproval,
      { campaignId, actor, alone },
      { askedById: reply.by },
    );
    if ("outcome" in decided) return decided;
    const dispatch = { id: reply.dispatchId, number: reply.number };
    const notified = await publishReply(tx, { scope, id: reply.id, publicId, dispatch, ...decided }, now);
    return { outcome: "approved", told: notified };
  });
}

/** Ends the waiting of a reply that nobody has approved: it stays in the console, to be recorded again. */
export const returnReply: ReturnThing = async (tx, { campaignId, publicId, actor }) => {
  const [reply] = await tx.execute<{ number: number; by: string | null }>(sql`
    select d.number, y.recorded_by_id as by from letter_replies y
    join letter_dispatches d on d.id = y.dispatch_id
    where y.public_id = ${publicId}::uuid and y.campaign_id = ${campaignId} and y.removed_at is null
      and y.approved_at is null and ${mayAct(actor, campaignId, "approve")}
    for update of y`);
  if (!reply || (await readSentBack(tx, "reply", publicId))) return null;
  return { number: reply.number, askedById: reply.by, authorIds: [], hands: [reply.by] };
};
