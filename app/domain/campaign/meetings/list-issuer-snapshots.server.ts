import { desc, eq, sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { issuerSnapshots } from "#db/schema/index.ts";
import type { IssuerSnapshot } from "./meeting.ts";

/** Lists all figures entered of a company (default: the campaign's first), the newest day first. */
export async function listIssuerSnapshots(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<IssuerSnapshot[]> {
  const rows = await db
    .select({ snapshot: issuerSnapshots })
    .from(issuerSnapshots)
    .where(eq(issuerSnapshots.targetId, companyOf({ campaignId, companyId })))
    .orderBy(sql`${issuerSnapshots.asOf} desc nulls last`, desc(issuerSnapshots.id));
  return rows.map(({ snapshot: { targetId: _of, ...snapshot } }) => snapshot);
}
