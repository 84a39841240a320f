import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import { readPledgeCount } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import type { Db } from "#db/index.ts";

/**
 * Reads the counts that every program may read. `signatures` and `holders` are live; `wholeShares` is of the
 * last publication, since a live sum would tell each single holding. `letters` are those confirmed and still
 * so, live. Of several companies each has its own; shares of different companies make no sum.
 */
export async function readPublicCounts(
  db: Db,
  { id, companies }: Pick<Campaign, "id" | "companies">,
  now = new Date(),
) {
  const { signatures } = await readCounts(db, id);
  const asOf = now.toISOString();
  if (companies.length <= 1) return { signatures, ...(await readCompanyCounts(db, id)), asOf };
  const apart: ({ company: string; name: string } & CompanyCounts)[] = [];
  for (const { id: companyId, slug: company, name } of companies)
    apart.push({ company, name, ...(await readCompanyCounts(db, id, companyId)) });
  const sum = (of: "holders" | "letters") => apart.reduce((all, counts) => all + counts[of], 0);
  return {
    signatures,
    holders: sum("holders"),
    wholeShares: null,
    letters: sum("letters"),
    asOf,
    companies: apart,
  };
}

type CompanyCounts = { holders: number; wholeShares: string | null; letters: number };

async function readCompanyCounts(db: Db, campaignId: number, companyId?: number): Promise<CompanyCounts> {
  const pledges = await readPledgeCount(db, campaignId, companyId);
  return {
    holders: pledges?.holders ?? 0,
    wholeShares: pledges?.published?.all?.wholeShares ?? null,
    letters: countedLetters(await countLetters(db, campaignId, companyId)),
  };
}
