import { and, eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { shareLinks } from "#db/schema/index.ts";

/** Deletes a signer's own link and its count. The address still leads to the campaign. */
export async function removeShareLink(
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
): Promise<void> {
  await db
    .delete(shareLinks)
    .where(and(eq(shareLinks.supporterId, supporterId), eq(shareLinks.campaignId, campaignId)));
}
