import { sql } from "drizzle-orm";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";

/**
 * Hashes (sha256, in hex) what emails of dispatches to a company say besides their words: of the campaign,
 * and of each recipient there. A page where somebody writes shows it, and a submission is of what the page
 * showed.
 */
export async function readDispatchDigest(db: DbOrTx, of: OfCompany): Promise<string> {
  const [row] = await db.execute<{ sha256: string }>(sql`
    select encode(sha256(convert_to(jsonb_build_array(c.title, c.operator, c.postal_address, c.sender_name,
      c.sender_address,
      coalesce(c.reply_to, c.contact_email), c.funding_line,
      (select jsonb_agg(jsonb_build_array(r.public_id, r.name, r.email, r.postal_address) order by r.id)
        from letter_recipients r where r.campaign_id = c.id and r.company_id = ${companyOf(of)}
          and r.retired_at is null))::text, 'UTF8')), 'hex') as sha256
    from campaigns c where c.id = ${of.campaignId}`);
  if (!row) throw new Error("no such campaign");
  return row.sha256;
}
