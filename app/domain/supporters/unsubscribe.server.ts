import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";

/**
 * Ends the consent to get updates of the campaign whose update this email was, and nothing else. One
 * entry in the log when a consent was in force, none however often it is asked again; it names nobody.
 *
 * `not-subscribed`: nothing was in force, or person or email are gone.
 */
export async function unsubscribe(
  db: Db,
  emailPublicId: string,
  now = new Date(),
): Promise<{ outcome: "unsubscribed" | "not-subscribed" }> {
  return db.transaction(async (tx) => {
    const [revoked] = await tx.execute<{ campaignId: number }>(sql`
      update consents a set revoked_at = greatest(${now.toISOString()}::timestamptz, a.granted_at)
      from outbox d
      where d.public_id = ${emailPublicId} and d.template = 'update'
        and a.supporter_id = d.supporter_id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null
      returning a.campaign_id as "campaignId"`);
    if (!revoked) return { outcome: "not-subscribed" };

    const { campaignId } = revoked;
    await recordAudit(
      tx,
      { actor: "supporter", action: "unsubscribed", campaignId, subject: null, detail: {} },
      now,
    );
    return { outcome: "unsubscribed" };
  });
}
