import { desc, eq } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { meetings } from "#db/schema/index.ts";
import { findPledgeMeeting } from "./queries.server.ts";

export type ChosenMeeting = { id: number; year: number };

/**
 * Finds that year's meeting, else the one the campaign takes pledges for; null when none is known. Adds the
 * years that have meetings, the latest first.
 */
export async function chooseMeeting(
  db: DbOrTx,
  campaignId: number,
  year: number | null,
  companyId?: number,
): Promise<{ meeting: ChosenMeeting | null; years: number[] }> {
  const known = await db
    .select({ id: meetings.id, year: meetings.year })
    .from(meetings)
    .where(eq(meetings.targetId, companyOf({ campaignId, companyId })))
    .orderBy(desc(meetings.year));
  const asked = known.find((meeting) => meeting.year === year);
  const usual = asked ? null : await findPledgeMeeting(db, campaignId, companyId);
  return {
    meeting: asked ?? (usual ? { id: usual.id, year: usual.year } : null),
    years: known.map((meeting) => meeting.year),
  };
}
