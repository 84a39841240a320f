import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { meetings } from "#db/schema/index.ts";

/** Finds the company that a meeting is of. */
export async function findCompanyOfMeeting(db: DbOrTx, meetingId: number): Promise<number> {
  const [meeting] = await db
    .select({ companyId: meetings.targetId })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  if (!meeting) throw new Error("there is no such meeting");
  return meeting.companyId;
}
