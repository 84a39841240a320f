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

/** The rule, the figures with the price that it asks for and the meeting of the campaign's target. */
export async function findCoFilingFacts(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
): Promise<CoFilingFacts> {
  const [rule, snapshot, meeting] = await Promise.all([
    findCoFilingRule(db, campaignId),
    findIssuerSnapshot(db, campaignId, "priceHigh60d", now),
    findPledgeMeeting(db, campaignId),
  ]);
  return { rule, snapshot, meeting };
}
