import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { PublishedTotals } from "./published-totals.ts";

/** What of the pledges for a meeting is said in a line: the holders, live, and what is published of them. */
export type PledgeCount = {
  meeting: Meeting;
  holders: number;
  /** Null under five holders. */
  published: PublishedTotals | null;
};

/** Of the meeting of one of a campaign's companies. */
export type CompanyPledges = PledgeCount & { company: CampaignCompany };
