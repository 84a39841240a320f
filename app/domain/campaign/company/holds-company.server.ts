import { sql } from "drizzle-orm";
import { waitsSealed } from "#app/domain/campaign/waits-sealed.ts";
import type { DbOrTx } from "#db/index.ts";

/** Reasons a company cannot leave its campaign: data of people or organizers refers to it. */
export const companyHolds = [
  "recipients",
  "dispatches",
  "letters",
  "pledges",
  "packs",
  "consents",
  "unconfirmed",
] as const;
export type CompanyHold = (typeof companyHolds)[number];

/**
 * Finds what keeps a company in a campaign, in one statement, so that an entry being confirmed is found
 * either as unconfirmed or as confirmed, and one being stored as sealed or stored. `unconfirmed`: signatures
 * whose form agrees to give it the name. A form on its way to us is not seen: see `keepCompanies`.
 */
export async function findHolds(db: DbOrTx, campaignId: number, companyId: number): Promise<CompanyHold[]> {
  const of = (alias: string) =>
    sql`${sql.raw(alias)}.campaign_id = ${campaignId} and ${sql.raw(alias)}.company_id = ${companyId}`;
  const [row] = await db.execute<Record<CompanyHold, boolean>>(sql`
    select exists (select from letter_recipients r where ${of("r")} and r.retired_at is null) as recipients,
      exists (select from letter_dispatches x where ${of("x")}) as dispatches,
      exists (select from letters l where ${of("l")})
        or ${waitsSealed("letter", campaignId, companyId)} as letters,
      exists (select from pledges p join meetings m on m.id = p.meeting_id
        where p.campaign_id = ${campaignId} and m.target_id = ${companyId})
        or ${waitsSealed("pledge", campaignId, companyId)} as pledges,
      exists (select from packs k where ${of("k")}) as packs,
      exists (select from consents a where ${of("a")}) as consents,
      exists (select from signatures s where s.campaign_id = ${campaignId}
        and 'deliver_to_company' = any (s.asked_consents)
        and ${companyId} = any (coalesce(s.asked_company_ids,
          array[(select target_id from campaigns where id = ${campaignId})])))
        or ${waitsSealed("signature", campaignId, companyId)} as unconfirmed`);
  return companyHolds.filter((hold) => row?.[hold]);
}
