import { and, eq, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";
import { petitionNotices } from "#db/schema/index.ts";

export type OnNotice = OnCampaign & { publicId: string };

/** Locks a notice until the transaction ends. Null if the campaign lacks it or the actor lacks the right. */
export async function lockNotice(tx: Tx, { campaignId, publicId, actor }: OnNotice, right: OrganizerRight) {
  if (!isUuid(publicId)) return null;
  const [row] = await tx
    .select()
    .from(petitionNotices)
    .where(
      and(
        eq(petitionNotices.campaignId, campaignId),
        eq(petitionNotices.publicId, publicId),
        sql`${mayAct(actor, campaignId, right)}`,
      ),
    )
    .for("update");
  return row ? { ...row, isSentBack: await readSentBack(tx, "notice", publicId) } : null;
}
