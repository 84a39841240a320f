import { sql } from "drizzle-orm";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { letterIsFor } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { letterMayGo } from "./eligible.server.ts";

export type WaitingFor = { publicId: string; name: string; letters: number };

/** Counts the letters that wait for each open recipient at a company; none where fewer than two are open. */
export async function countByRecipient(db: DbOrTx, of: OfCompany): Promise<WaitingFor[]> {
  const rows = await db.execute<WaitingFor>(sql`
    select r.public_id as "publicId", r.name, (select count(*)::int from letters l
      where l.campaign_id = r.campaign_id and l.company_id = r.company_id and l.state = 'confirmed'
        and l.dispatch_id is null and ${letterMayGo} and ${letterIsFor}) as letters
    from letter_recipients r where r.campaign_id = ${of.campaignId} and r.company_id = ${companyOf(of)}
      and r.opened_at is not null order by r.opened_at, r.id`);
  return rows.length < 2 ? [] : [...rows];
}
