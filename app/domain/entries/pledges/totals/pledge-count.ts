import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { PublishedTotals } from "./published-totals.ts";

/** The pledges for a meeting in one line: the live number of holders, and what is published. */
export type PledgeCount = {
  meeting: Meeting;
  holders: number;
  /** Null under five holders. */
  published: PublishedTotals | null;
};

/** For the meeting of one of a campaign's companies. */
export type CompanyPledges = PledgeCount & { company: CampaignCompany };
