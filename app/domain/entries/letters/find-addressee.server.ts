import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, letterRecipients, targets } from "#db/schema/index.ts";
import type { Addressee } from "./letter.ts";

/**
 * Finds whom a letter to a company goes to: the chosen recipient while it is open, else the default, else the
 * first; where there is none, what is known of the company. Without a company: the campaign's first.
 */
export async function findAddressee(
  db: DbOrTx,
  campaignId: number,
  { companyId, recipientId = null }: { companyId?: number | undefined; recipientId?: number | null } = {},
): Promise<Addressee> {
  const isChosen = sql`coalesce(${letterRecipients.id} = ${recipientId}
    and ${letterRecipients.openedAt} is not null, false)`;
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
    .orderBy(desc(isChosen), sql`${letterRecipients.openedAt} asc nulls last`, asc(letterRecipients.id))
    .limit(1);
  if (!row) throw new Error("there is no such campaign, or it is not about this company");
  const { target, recipient } = row;
  const { name: company, slug: companySlug } = target;
  if (!recipient) {
    const { investorRelationsEmail: email, secretaryAddress: postalAddress } = target;
    return { office: null, company, companySlug, email, postalAddress, verified: false };
  }
  const { publicId, name: office, email, postalAddress, verifiedAt } = recipient;
  return { publicId, office, company, companySlug, email, postalAddress, verified: verifiedAt !== null };
}
