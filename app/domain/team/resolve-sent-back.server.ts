import { sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import type { ApprovalKind } from "#app/domain/approvals/approval.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";

type Settling = { campaignId: number; actor: Actor; request: number };

/**
 * Records that somebody has dealt with what was sent back, so that it no longer asks for its authors. Each of
 * them may, and the operator.
 */
export async function resolveSentBack(
  db: Db,
  { campaignId, actor, request }: Settling,
  now = new Date(),
): Promise<{ outcome: "settled" | "gone" }> {
  const by = organizerOf(actor);
  const isTheirs = actor === "operator" ? sql`true` : sql`${by}::uuid = any (sent_back_to)`;
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ kind: ApprovalKind; subject: string; number: number | null }>(sql`
      update approval_requests set dealt_at = ${now.toISOString()}
      where id = ${request} and campaign_id = ${campaignId} and sent_back_at is not null and dealt_at is null
        and ${isTheirs} and ${mayAct(actor, campaignId, "view")}
      returning kind, subject, number`);
    if (!row) return { outcome: "gone" };
    const { subject, ...detail } = row;
    await recordAudit(tx, { actor, action: "sent-back-settled", campaignId, subject, detail }, now);
    return { outcome: "settled" };
  });
}
