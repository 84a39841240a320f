import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCampaign, readCounts } from "#app/domain/campaigns/queries.server.ts";
import { countLetters } from "#app/domain/letters/list-letters.server.ts";
import { countedLetters } from "#app/domain/letters/public-letter.ts";
import { readPledgeCount } from "#app/domain/pledges/read-totals.server.ts";
import { notFound, openJson } from "#app/http/respond.server.ts";

/**
 * The count, for embedders. `signatures` and `holders` are live; `wholeShares` is of the last publication, since
 * a live sum would tell each single holding. `letters` are those that were confirmed and stand, live.
 */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "");
  if (!campaign) throw notFound();
  const { signatures } = await readCounts(db, campaign.id);
  const pledges = await readPledgeCount(db, campaign.id);
  return openJson({
    signatures,
    holders: pledges?.holders ?? 0,
    wholeShares: pledges?.published?.all?.wholeShares ?? null,
    letters: countedLetters(await countLetters(db, campaign.id)),
    asOf: new Date().toISOString(),
  });
}
