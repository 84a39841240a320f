import type { Campaign, Case, Counts, NamedCampaign, Signing } from "#app/domain/campaign/campaign.ts";
import type { Deadline } from "#app/domain/campaign/deadlines.ts";
import type { Milestone } from "#app/domain/campaign/milestones/milestone.ts";
import type { CompanyPledges } from "#app/domain/entries/pledges/totals/pledge-count.ts";
import type { PublishedReason } from "#app/domain/moderation/comment-review.ts";
import type { PublishedLine } from "#app/domain/outgoing/updates/archive/published-update.ts";

export type CasePageData = {
  campaign: Campaign;
  argument: Case;
  counts: Counts;
  /** The round number that was reached last. */
  milestone: Milestone | null;
  /** Of each company with a meeting that is known, in their order. */
  pledges: readonly CompanyPledges[];
  /** The days that are still ahead, the next one first. */
  deadlines: readonly Deadline[];
  /** Why some have signed, as they agreed to be shown. */
  reasons: readonly PublishedReason[];
  /** The newest update that everyone may read. */
  latestUpdate: PublishedLine | null;
  /** When the count was read. */
  asOf: Date;
  signing: Signing;
  /** The page's address with its origin, in its language, without query. */
  url: string;
  /** True in local mode: what is missing of the imprint is filled with marked examples. */
  examples: boolean;
  /** On the home page: the open campaigns next to this one. */
  others?: readonly NamedCampaign[];
};
