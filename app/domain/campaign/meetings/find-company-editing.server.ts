import { sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { CompanyEditing } from "./company-editing.ts";
import { type CompanyEditorScope, canEditCompany } from "./company-editor.server.ts";

/** Finds whether a member may change the facts of the campaign's company, which all campaigns on it share. */
export async function findCompanyEditing(db: DbOrTx, scope: CompanyEditorScope): Promise<CompanyEditing> {
  const [row] = await db.execute<{ here: boolean; everywhere: boolean }>(sql`
    select bool_or(c.id = ${scope.campaignId} and ${canEditCompany(scope.organizerId, sql`c.id`)}) as here,
      bool_and(${canEditCompany(scope.organizerId, sql`c.id`)}) as everywhere
    from campaigns c join campaign_companies o on o.campaign_id = c.id
    where o.company_id = ${companyOf(scope)}`);
  if (!row?.here) return "role";
  return row.everywhere ? "keeps" : "shared";
}
