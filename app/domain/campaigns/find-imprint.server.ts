import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import type { Imprint } from "./campaign.ts";

/** Who stands behind a campaign, drafts included. */
export async function findImprint(db: DbOrTx, campaignId: number): Promise<Imprint | null> {
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
  const [row] = await db
    .select({ operator, postalAddress, contactEmail, privacyContact, fundingLine })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row ?? null;
}
