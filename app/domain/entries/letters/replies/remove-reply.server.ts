import { sql } from "drizzle-orm";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { mayWrite } from "./record-reply.server.ts";

type Removal = { scope: { campaignId: number; organizerId: string | null }; publicId: string };

/** Removes a reply from all pages; letters keep it in their ledger. The caller reauthenticates the actor. */
export async function removeReply(
  db: Db,
  { scope, publicId }: Removal,
  now = new Date(),
): Promise<{ outcome: "removed" | "gone" }> {
  const { campaignId, organizerId } = scope;
  return db.transaction(async (tx) => {
    const [reply] = await tx.execute<{ dispatch: number; published: boolean }>(sql`
      update letter_replies y set removed_at = ${now.toISOString()}
      from letter_dispatches d
      where y.public_id = ${publicId} and y.campaign_id = ${campaignId} and y.removed_at is null
        and d.id = y.dispatch_id and ${mayWrite(scope)}
      returning d.number as dispatch, y.approved_at is not null as published`);
    if (!reply) return { outcome: "gone" };
    const entry = { actor: actorOf(organizerId), campaignId, subject: publicId };
    const { dispatch, published } = reply;
    await recordAudit(tx, { ...entry, action: "reply-removed", detail: { dispatch, published } }, now);
    return { outcome: "removed" };
  });
}
