import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { meetings, outbox, pledges } from "#db/schema/index.ts";
import { findRuleAndPrice } from "./find-tier-days.server.ts";
import { datesAreReliable } from "./schedule.ts";

/**
 * Finds which reminders are of a date that nobody vouches for: of their meeting's dates, or of the rule and
 * the price where they tell of a tier; the question two weeks after a pledge is of none, nor is what its
 * holder asked for. They must have been sure when queued, the moment their words are of, and be so now by the
 * database's clock.
 */
export async function findUndated(tx: Tx, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const reminders = await tx
    .select({
      id: outbox.id,
      reminder: outbox.reminder,
      queuedAt: outbox.createdAt,
      now: sql<string>`now()`,
      campaignId: pledges.campaignId,
      meeting: meetings,
    })
    .from(outbox)
    .innerJoin(pledges, eq(pledges.id, outbox.pledgeId))
    .innerJoin(meetings, eq(meetings.id, pledges.meetingId))
    .where(and(inArray(outbox.id, [...ids]), isNotNull(outbox.reminder)));
  const undated = new Set<number>();
  for (const { id, reminder, queuedAt, now, campaignId, meeting } of reminders) {
    for (const at of [queuedAt, new Date(now)]) {
      const isSure =
        reminder === "tier-unlocks"
          ? (await findRuleAndPrice(tx, { campaignId, companyId: meeting.targetId }, at)) !== null
          : reminder === "fund-letter-14" || reminder === "vote-tomorrow" || datesAreReliable(meeting, at);
      if (!isSure) undated.add(id);
    }
  }
  return undated;
}
