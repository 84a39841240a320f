import { desc, eq, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, issuerSnapshots } from "#db/schema/index.ts";
import type { IssuerSnapshot } from "./meeting.ts";

/** Everything that was ever told of the campaign's company in figures, the newest day first. */
export async function listIssuerSnapshots(db: DbOrTx, campaignId: number): Promise<IssuerSnapshot[]> {
  const rows = await db
    .select({ snapshot: issuerSnapshots })
    .from(issuerSnapshots)
    .innerJoin(campaigns, eq(campaigns.targetId, issuerSnapshots.targetId))
    .where(eq(campaigns.id, campaignId))
    .orderBy(sql`${issuerSnapshots.asOf} desc nulls last`, desc(issuerSnapshots.id));
  return rows.map(({ snapshot: { targetId: _of, ...snapshot } }) => snapshot);
}
