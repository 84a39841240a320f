import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { CoFilingRule, IssuerSnapshot, Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import {
  findCoFilingRule,
  findIssuerSnapshot,
  listOpenMeetings,
} from "#app/domain/campaign/meetings/queries.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** What answers about co-filing are based on, as organizers entered it. */
export type CoFilingFacts = {
  rule: CoFilingRule | null;
  snapshot: IssuerSnapshot | null;
  meeting: Meeting | null;
};

/**
 * Finds a company's rule, figures with the price it asks for, and the meeting that proposals can still be
 * filed for (default: the first company's).
 */
export async function findCoFilingFacts(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
  companyId?: number,
): Promise<CoFilingFacts> {
  const [rule, snapshot, meetings] = await Promise.all([
    findCoFilingRule(db, campaignId, companyId),
    findIssuerSnapshot(db, campaignId, "priceHigh60d", now, companyId),
    listOpenMeetings(db, campaignId, companyId, now),
  ]);
  return { rule, snapshot, meeting: nextToFileFor(meetings, now) };
}

/** Companies close for proposals months before a meeting: without a deadline ahead it is the latest. */
function nextToFileFor(meetings: readonly Meeting[], now: Date): Meeting | null {
  const byYear = [...meetings].sort((one, other) => one.year - other.year);
  const isAhead = ({ zone, proposalDeadline }: Meeting) =>
    proposalDeadline !== null && proposalDeadline >= dayInZone(zone, now);
  return byYear.find(isAhead) ?? byYear.at(-1) ?? null;
}
