import type { Campaign, Case, Counts, NamedCampaign, Signing } from "#app/domain/campaign/campaign.ts";
import type { Deadline } from "#app/domain/campaign/meetings/deadlines.ts";
import type { Milestone } from "#app/domain/campaign/milestones/milestone.ts";
import type { AwaitedVote, PastResult } from "#app/domain/entries/pledges/totals/past-results.ts";
import type { CompanyPledges } from "#app/domain/entries/pledges/totals/pledge-count.ts";
import type { PublishedReason } from "#app/domain/moderation/comment-review.ts";
import type { ListedName } from "#app/domain/names/listed-name.ts";
import type { PublishedLine } from "#app/domain/outgoing/updates/archive/published-update.ts";

/** What the campaign did, or what came back, on a day. */
export type OwnAct = {
  what: "opened" | "letters" | "reply" | "result";
  on: string;
  companyId: number | null;
  letters: number;
  names: number;
  /** Of the meeting. */
  year: number | null;
};

export type CasePageData = {
  campaign: Campaign;
  argument: Case;
  /** The timeline goes on with them, oldest first. */
  acts: readonly OwnAct[];
  counts: Counts;
  /** The milestone reached last. */
  milestone: Milestone | null;
  /** One for each company with a known meeting, in order. */
  pledges: readonly CompanyPledges[];
  /** Days still ahead, the next one first. */
  deadlines: readonly Deadline[];
  /** Results of past votes, in the reader's language. */
  results: readonly PastResult[];
  /** Past votes without results. */
  awaited: readonly AwaitedVote[];
  /** Signatures over time, of the last months. `isWeek`: of the last seven days. */
  series: readonly { from: string; to: string; n: number; isWeek: boolean }[];
  /** The last who show their name. */
  latest: readonly ListedName[];
  /** Why some have signed, as they chose to be shown. */
  reasons: readonly PublishedReason[];
  /** The newest public update. */
  latestUpdate: PublishedLine | null;
  /** When the count was read. */
  asOf: Date;
  signing: Signing;
  /** The page's absolute address, in its language, without query. */
  url: string;
  /** True in local mode: marked examples fill in missing organization details. */
  examples: boolean;
  /** For the home page: the other open campaigns. */
  others?: readonly NamedCampaign[];
};
