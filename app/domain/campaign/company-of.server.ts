import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/** A campaign and one of its companies; by default, the first. */
export type OfCompany = { campaignId: number; companyId?: number | undefined };

/** Selects that company's id. */
export const companyOf = ({ campaignId, companyId }: OfCompany): SQL =>
  companyId === undefined
    ? sql`(select target_id from campaigns where id = ${campaignId})`
    : sql`${companyId}::int`;

/** Finds the id of that company. */
export async function findCompanyId(db: DbOrTx, of: OfCompany): Promise<number> {
  if (of.companyId !== undefined) return of.companyId;
  const [row] = await db.execute<{ id: number }>(sql`select ${companyOf(of)} as id`);
  if (!row) throw new Error("there is no such campaign");
  return row.id;
}
