import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { trustIn } from "#app/domain/campaign/meetings/meeting.ts";
import { findCoFilingRule, findIssuerSnapshot } from "#app/domain/campaign/meetings/queries.server.ts";
import { tierUnlocksOn } from "#app/domain/entries/pledges/co-filing/tier-unlocks.ts";
import { decryptHolding, type SealedHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { meetings, outbox, pledges } from "#db/schema/index.ts";
import { datesAreReliable } from "./schedule.ts";

type CoFiler = SealedHolding & {
  id: number;
  publicId: string;
  /** The company of its meeting. */
  companyId: number;
  campaignId: number;
  heldSinceMonth: string | null;
};

/**
 * Finds, by pledge, the day on which a Rule 14a-8 tier unlocks for each holder. None while the rule or the
 * price is not verified, or was too long ago. Opens holdings for this alone, and keeps only the day.
 */
export async function findTierDays(
  tx: Tx,
  keys: Keys,
  holders: readonly CoFiler[],
  now: Date,
): Promise<Map<number, string>> {
  const days = new Map<number, string>();
  for (const companyId of new Set(holders.map((holder) => holder.companyId))) {
    const theirs = holders.filter((one) => one.companyId === companyId);
    const known = await findRuleAndPrice(tx, { campaignId: theirs[0]?.campaignId ?? 0, companyId }, now);
    if (!known) continue;
    for (const holder of theirs) {
      const holding = openOrNull(keys, holder);
      if (!holding || !holder.heldSinceMonth) continue;
      const day = tierUnlocksOn({ ...known, holding, heldSinceMonth: holder.heldSinceMonth });
      if (day) days.set(holder.id, day);
    }
  }
  return days;
}

/** Finds a company's co-filing rule and price. Null while one of them is unverified or stale. */
async function findRuleAndPrice(
  tx: Tx,
  { campaignId, companyId }: { campaignId: number; companyId: number },
  now: Date,
) {
  const rule = await findCoFilingRule(tx, campaignId, companyId);
  const snapshot = await findIssuerSnapshot(tx, campaignId, "priceHigh60d", now, companyId);
  if (!rule || !snapshot) return null;
  const reliable =
    trustIn(rule, "rule", now) === "verified" && trustIn(snapshot, "price", now) === "verified";
  return reliable ? { rule, snapshot } : null;
}

/** A holding without its key has no day; others are still reminded. */
function openOrNull(keys: Keys, holder: CoFiler) {
  try {
    return decryptHolding(keys, holder);
  } catch {
    return null;
  }
}

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
