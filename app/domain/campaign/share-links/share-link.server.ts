import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";
import { shareLinks } from "#db/schema/index.ts";
import { roundArrivals, type ShareLink } from "./share-link.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const newCode = () => `p-${Array.from(randomBytes(10), (byte) => alphabet[byte & 31]).join("")}`;

/** Gives a signer their own link in a campaign, or keeps the one they have. False if they have not signed. */
export async function makeShareLink(
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
  now = new Date(),
): Promise<boolean> {
  const signed = await db.execute(sql`
    with own as (
      select supporter_id, campaign_id from signatures
      where supporter_id = ${supporterId} and campaign_id = ${campaignId}
        and state in ('confirmed', 'quarantined')
    ), made as (
      insert into share_links (campaign_id, supporter_id, code, created_at)
      select campaign_id, supporter_id, ${newCode()}, ${now.toISOString()} from own
      on conflict (campaign_id, supporter_id) do nothing
    )
    select 1 from own`);
  return signed.length > 0;
}

/** Deletes a signer's own link and its count. The address still leads to the campaign. */
export async function removeShareLink(
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
): Promise<void> {
  await db
    .delete(shareLinks)
    .where(and(eq(shareLinks.supporterId, supporterId), eq(shareLinks.campaignId, campaignId)));
}

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
