import { sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { type CompanyEditorScope, canEditCompany, recordKeeping } from "./company-editor.server.ts";

export type OwnersLineInput = { scope: CompanyEditorScope; until: string | null };

/**
 * Lets pages tell owners of a company's shares that this year's vote may be open, until the end of a day in
 * its zone; null: takes that line down.
 */
export async function setOwnersLine(
  db: Db,
  { scope, until }: OwnersLineInput,
  now = new Date(),
): Promise<{ outcome: "set" | "unchanged" | "gone" }> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ before: string | null }>(sql`
      select c.owners_line_until::text as before from campaign_companies c
      where c.campaign_id = ${scope.campaignId} and c.company_id = ${companyOf(scope)}
        and ${canEditCompany(scope.organizerId, scope.campaignId)}
      for update of c`);
    if (!row) return { outcome: "gone" };
    if (row.before === until) return { outcome: "unchanged" };
    await tx.execute(sql`
      update campaign_companies set owners_line_until = ${until}::date
      where campaign_id = ${scope.campaignId} and company_id = ${companyOf(scope)}`);
    const own = { organizerId: scope.organizerId, campaignIds: [scope.campaignId] };
    await recordKeeping(tx, own, "owners-line-changed", { from: row.before, to: until }, now);
    return { outcome: "set" };
  });
}

/** Finds the last day of that line; null: it is off. */
export async function findOwnersLine(db: DbOrTx, scope: CompanyEditorScope): Promise<string | null> {
  const [row] = await db.execute<{ until: string | null }>(sql`
    select owners_line_until::text as until from campaign_companies
    where campaign_id = ${scope.campaignId} and company_id = ${companyOf(scope)}`);
  return row?.until ?? null;
}
