import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, meetings } from "#db/schema/index.ts";

/** The year of the meeting that organizers chose for pledges; null while it is the next one by itself. */
export async function findChosenYear(db: DbOrTx, campaignId: number): Promise<number | null> {
  const [row] = await db
    .select({ year: meetings.year })
    .from(campaigns)
    .innerJoin(meetings, eq(meetings.id, campaigns.meetingId))
    .where(eq(campaigns.id, campaignId));
  return row?.year ?? null;
}
