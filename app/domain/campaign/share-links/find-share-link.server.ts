import { and, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { shareLinks } from "#db/schema/index.ts";
import { roundArrivals, type ShareLink } from "./share-link.ts";

type Whose = { supporterId: number; campaignId: number };

/** Finds a person's campaign link; null where they want none. */
export async function findShareLink(
  db: DbOrTx,
  { supporterId, campaignId }: Whose,
): Promise<ShareLink | null> {
  const [row] = await db
    .select({ code: shareLinks.code, createdAt: shareLinks.createdAt, arrived: shareLinks.arrived })
    .from(shareLinks)
    .where(and(eq(shareLinks.supporterId, supporterId), eq(shareLinks.campaignId, campaignId)));
  return row ? { code: row.code, createdAt: row.createdAt, told: roundArrivals(row.arrived) } : null;
}
