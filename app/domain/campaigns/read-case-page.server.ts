import type { DbOrTx } from "#db/index.ts";
import type { Campaign, CasePageData } from "./campaign.ts";
import { readCase, readCounts } from "./queries.server.ts";
import { readSigning } from "./readiness.server.ts";

type Place = { url: string; localMode: boolean };

/** Everything the page of a campaign's case shows, as of `now`. */
export async function readCasePage(
  db: DbOrTx,
  campaign: Campaign,
  { url, localMode }: Place,
  now = new Date(),
): Promise<CasePageData> {
  const argument = await readCase(db, campaign.id);
  const counts = await readCounts(db, campaign.id);
  const signing = readSigning(campaign, localMode);
  return { campaign, argument, counts, asOf: now, signing, url, examples: localMode };
}
