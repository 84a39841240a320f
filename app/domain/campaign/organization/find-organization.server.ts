import { eq } from "drizzle-orm";
import type { Imprint } from "#app/domain/campaign/campaign.ts";
import type { SendingDetails } from "#app/domain/campaign/readiness.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";

/** Who stands behind a campaign, drafts included. */
export async function findImprint(db: DbOrTx, campaignId: number): Promise<Imprint | null> {
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
  const [row] = await db
    .select({ operator, postalAddress, contactEmail, privacyContact, fundingLine })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row ?? null;
}

/** Reads who runs a campaign and how its emails are signed, as an email sent now would say it. */
export async function readSendingDetails(db: DbOrTx, campaignId: number): Promise<SendingDetails> {
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
  const { senderName, senderAddress, replyTo } = campaigns;
  const [row] = await db
    .select({
      operator,
      postalAddress,
      contactEmail,
      privacyContact,
      fundingLine,
      senderName,
      senderAddress,
      replyTo,
    })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!row) throw new Error("there is no such campaign");
  return row;
}
