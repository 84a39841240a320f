import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { meetings, pledges } from "#db/schema/index.ts";

/**
 * Plans the reminders of all pledges concerned again, after a date of a meeting or what is known of a company
 * has changed. Returns at once, however many there are: it leaves a job in the caller's transaction
 * (`replanAll`). Until that reaches a pledge, each due reminder is checked against the dates as they are, so
 * nobody is sent a wrong one.
 */
export async function replanReminders(
  tx: Tx,
  of: { meetingId: number } | { targetId: number },
): Promise<void> {
  const concerned = "meetingId" in of ? eq(meetings.id, of.meetingId) : eq(meetings.targetId, of.targetId);
  const [any] = await tx
    .select({ id: pledges.id })
    .from(pledges)
    .innerJoin(meetings, eq(meetings.id, pledges.meetingId))
    .where(and(concerned, eq(pledges.status, "active")))
    .limit(1);
  if (any) await enqueue(tx, "replan-reminders");
}
