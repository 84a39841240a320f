import { and, eq } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, meetings } from "#db/schema/index.ts";

/** Finds the meeting year that organizers chose for pledges; null while it is the next one by default. */
export async function findChosenYear(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<number | null> {
  const [row] = await db
    .select({ year: meetings.year })
    .from(campaignCompanies)
    .innerJoin(meetings, eq(meetings.id, campaignCompanies.meetingId))
    .where(
      and(
        eq(campaignCompanies.campaignId, campaignId),
        eq(campaignCompanies.companyId, companyOf({ campaignId, companyId })),
      ),
    );
  return row?.year ?? null;
}
