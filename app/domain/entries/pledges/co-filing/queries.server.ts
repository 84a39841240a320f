import type { CoFilingRule, IssuerSnapshot, Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import {
  findCoFilingRule,
  findIssuerSnapshot,
  findPledgeMeeting,
} from "#app/domain/campaign/meetings/queries.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** What answers about co-filing are based on, as organizers entered it. */
export type CoFilingFacts = {
  rule: CoFilingRule | null;
  snapshot: IssuerSnapshot | null;
  meeting: Meeting | null;
};

/** Finds a company's rule, figures with the price it asks for, and meeting (default: the first company's). */
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
