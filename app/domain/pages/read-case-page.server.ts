import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { deadlinesOfCase } from "#app/domain/campaign/meetings/deadlines.ts";
import { findMilestone } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import { readCase, readCounts } from "#app/domain/campaign/queries.server.ts";
import {
  readPastVotes,
  readPledgesByCompany,
} from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { publishedReasons } from "#app/domain/moderation/published-reasons.server.ts";
import { listSigners } from "#app/domain/names/list-signers.server.ts";
import { findLatestUpdate } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import type { CasePageData } from "./case-page.ts";
import { listOwnActs } from "./list-own-acts.server.ts";

/** Few and short: the page is about the case. */
const onCase = { atMost: 3, longest: 160 };
const latestNames = 3;

type Place = { url: string; locale: Locale; localMode: boolean };

/** Reads all that a campaign's case page shows, as of `now`. */
export async function readCasePage(
  db: DbOrTx,
  campaign: Campaign,
  { url, locale, localMode }: Place,
  now = new Date(),
): Promise<Omit<CasePageData, "series">> {
  const argument = await readCase(db, campaign.id, locale, localMode);
  const counts = await readCounts(db, campaign.id);
  const milestone = await findMilestone(db, campaign.id, counts.signatures);
  const pledges = await readPledgesByCompany(db, campaign);
  const latestUpdate = await findLatestUpdate(db, { campaignId: campaign.id, locale, localMode });
  const reasons = await publishedReasons(db, { campaignId: campaign.id, locale, ...onCase });
  const signing = readSigning(campaign, localMode);
  const named = await listSigners(db, campaign.id, null, latestNames);
  return {
    campaign,
    argument,
    acts: await listOwnActs(db, campaign.id),
    counts,
    milestone,
    pledges,
    deadlines: deadlinesOfCase(campaign, pledges, now),
    ...(await readPastVotes(db, campaign, now, locale)),
    latest: named?.names ?? [],
    reasons,
    latestUpdate,
    asOf: now,
    signing,
    url,
    examples: localMode,
  };
}
