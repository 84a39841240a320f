import type { CoFilingRule, IssuerSnapshot, Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import {
  findCoFilingRule,
  findIssuerSnapshot,
  findPledgeMeeting,
} from "#app/domain/campaign/meetings/queries.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** What an answer about co-filing rests on, as organizers have entered it. */
export type CoFilingFacts = {
  rule: CoFilingRule | null;
  snapshot: IssuerSnapshot | null;
  meeting: Meeting | null;
};

/**
 * The rule, the figures with the price that it asks for and the meeting of a company, without one of the
 * first.
 */
export async function findCoFilingFacts(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
  companyId?: number,
): Promise<CoFilingFacts> {
  const [rule, snapshot, meeting] = await Promise.all([
    findCoFilingRule(db, campaignId, companyId),
    findIssuerSnapshot(db, campaignId, "priceHigh60d", now, companyId),
    findPledgeMeeting(db, campaignId, companyId),
  ]);
  return { rule, snapshot, meeting };
}
