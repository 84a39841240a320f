import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { confirmationsPerDay } from "#app/domain/entries/signatures/signature.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";

const notYetMailed = sql`${pledges.status} = 'email_pending'
  and not exists (select from outbox d where d.pledge_id = ${pledges.id})`;

/**
 * Emails the confirmation of the newest unconfirmed pledge, preferring one that no email mentioned yet;
 * without any, the state of the newest. The caller holds the lock on the person. The link keeps its expiry.
 */
export async function resendPledges(
  tx: Tx,
  { campaignId, supporterId }: { campaignId: number; supporterId: number },
  now: Date,
): Promise<void> {
  const [newest] = await tx
    .select({ id: pledges.id, status: pledges.status })
    .from(pledges)
    .where(
      and(
        eq(pledges.campaignId, campaignId),
        eq(pledges.supporterId, supporterId),
        inArray(pledges.status, ["email_pending", "active", "flagged"]),
      ),
    )
    .orderBy(
      desc(notYetMailed),
      desc(eq(pledges.status, "email_pending")),
      desc(pledges.createdAt),
      desc(pledges.id),
    )
    .limit(1);
  if (!newest) return;
  const about = { campaignId, supporterId, pledgeId: newest.id };
  await queueSupporterEmail(
    tx,
    newest.status === "email_pending"
      ? { ...about, template: "confirm-pledge", limit: "kind", atMostPerDay: confirmationsPerDay }
      : { ...about, template: "already-pledged" },
    now,
  );
}
