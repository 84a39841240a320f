import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import { readPledgeCount } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import type { Db } from "#db/index.ts";

/**
 * The counts that every program may read. `signatures` and `holders` are live; `wholeShares` is of the last
 * publication, since a live sum would tell each single holding. `letters` are those that were confirmed and
 * stand, live.
 */
export async function readOpenCounts(db: Db, campaignId: number, now = new Date()) {
  const { signatures } = await readCounts(db, campaignId);
  const pledges = await readPledgeCount(db, campaignId);
  return {
    signatures,
    holders: pledges?.holders ?? 0,
    wholeShares: pledges?.published?.all?.wholeShares ?? null,
    letters: countedLetters(await countLetters(db, campaignId)),
    asOf: now.toISOString(),
  };
}
