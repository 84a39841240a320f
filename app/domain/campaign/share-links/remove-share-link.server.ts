import { and, eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { shareLinks } from "#db/schema/index.ts";

/** Forgets somebody's own link and how many came by it. It still leads to the campaign, and counts nobody any more. */
export async function removeShareLink(
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
): Promise<void> {
  await db
    .delete(shareLinks)
    .where(and(eq(shareLinks.supporterId, supporterId), eq(shareLinks.campaignId, campaignId)));
}
