import { and, asc, eq, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, letterRecipients, targets } from "#db/schema/index.ts";
import type { Addressee } from "./addressee.ts";

/** The first office of a campaign that letters go to; where there is none, what is known of the company. */
export async function findAddressee(db: DbOrTx, campaignId: number): Promise<Addressee> {
  const [row] = await db
    .select({ target: targets, recipient: letterRecipients })
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .leftJoin(
      letterRecipients,
      and(eq(letterRecipients.campaignId, campaigns.id), isNull(letterRecipients.retiredAt)),
    )
    .where(eq(campaigns.id, campaignId))
    .orderBy(asc(letterRecipients.id))
    .limit(1);
  if (!row) throw new Error("there is no such campaign");
  const { target, recipient } = row;
  if (!recipient) {
    const { name: company, investorRelationsEmail: email, secretaryAddress: postalAddress } = target;
    return { office: null, company, email, postalAddress, verified: false };
  }
  const { name: office, email, postalAddress, verifiedAt } = recipient;
  return { office, company: target.name, email, postalAddress, verified: verifiedAt !== null };
}
