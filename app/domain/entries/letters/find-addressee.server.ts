import { and, asc, eq, isNull } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, letterRecipients, targets } from "#db/schema/index.ts";
import type { Addressee } from "./addressee.ts";

/**
 * Finds the first office of a company, without one of the campaign's first, that letters go to; where there is
 * none, what is known of the company.
 */
export async function findAddressee(db: DbOrTx, campaignId: number, companyId?: number): Promise<Addressee> {
  const [row] = await db
    .select({ target: targets, recipient: letterRecipients })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .leftJoin(
      letterRecipients,
      and(
        eq(letterRecipients.campaignId, campaignCompanies.campaignId),
        eq(letterRecipients.companyId, targets.id),
        isNull(letterRecipients.retiredAt),
      ),
    )
    .where(
      and(eq(campaignCompanies.campaignId, campaignId), eq(targets.id, companyOf({ campaignId, companyId }))),
    )
    .orderBy(asc(letterRecipients.id))
    .limit(1);
  if (!row) throw new Error("there is no such campaign, or it is not about this company");
  const { target, recipient } = row;
  if (!recipient) {
    const { name: company, investorRelationsEmail: email, secretaryAddress: postalAddress } = target;
    return { office: null, company, email, postalAddress, verified: false };
  }
  const { name: office, email, postalAddress, verifiedAt } = recipient;
  return { office, company: target.name, email, postalAddress, verified: verifiedAt !== null };
}
