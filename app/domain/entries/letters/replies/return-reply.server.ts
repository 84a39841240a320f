import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";

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
