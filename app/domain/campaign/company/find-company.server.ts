import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, targets } from "#db/schema/index.ts";

export type CompanyRow = typeof targets.$inferSelect;

/** Finds the company a campaign is about. Every campaign has one. */
export async function findCompany(db: DbOrTx, campaignId: number): Promise<CompanyRow> {
  const [row] = await db
    .select({ company: targets })
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .where(eq(campaigns.id, campaignId));
  if (!row) throw new Error("there is no such campaign");
  return row.company;
}
