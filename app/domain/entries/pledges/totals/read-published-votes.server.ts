import { holdingForms } from "#app/domain/entries/pledges/pledge.ts";
import type { DbOrTx } from "#db/index.ts";
import { readPublication } from "./publish-totals.server.ts";
import { type PublicVotedRate, publicVotedRate, type VotedCount } from "./voted-rate.ts";

/**
 * Reads how many voted, for everyone. Published as the totals are: a number moves only when at least five
 * persons changed it, and no single answer or withdrawal makes it come or go. Null under 20 known outcomes.
 */
export async function readPublishedVotes(
  db: DbOrTx,
  meeting: { campaignId: number; meetingId: number },
): Promise<PublicVotedRate | null> {
  const publication = await readPublication(db, meeting);
  if (!publication) return null;
  const count = (cell: string): VotedCount | null => {
    const figure = `${cell}:outcome`;
    const published = publication.shown.includes(figure) ? publication.figures[figure] : undefined;
    return published ? { known: published.of, voted: Number(published.sum) } : null;
  };
  const all = count("voted-all:all");
  if (!all) return null;
  const byHolding = holdingForms.flatMap((form) => {
    const published = count(`voted:${form}`);
    return published ? [[form, published]] : [];
  });
  return publicVotedRate({ all, byHolding: Object.fromEntries(byHolding) });
}
