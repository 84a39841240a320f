import { knownFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import type { DbOrTx } from "#db/index.ts";
import type { FundLetters, PublicFundLetters } from "./fund-letters.ts";
import { readPublication } from "./publish-totals.server.ts";

/**
 * Reads what fund holders report about their letters, for everyone. Published like the totals: a number only
 * moves when at least five persons changed it. Null until five have reported.
 */
export async function readPublishedFundLetters(
  db: DbOrTx,
  meeting: { campaignId: number; meetingId: number },
): Promise<PublicFundLetters | null> {
  const publication = await readPublication(db, meeting);
  const published = (cell: string) => {
    const figure = `${cell}:outcome`;
    return publication?.shown.includes(figure) ? publication.figures[figure]?.of : undefined;
  };
  const reported = published("fund-letter-all:all");
  if (reported === undefined) return null;
  const answers: FundLetters["answers"] = {};
  for (const answer of knownFundOutcomes) {
    const holders = published(`fund-letter:${answer}`);
    if (holders !== undefined) answers[answer] = holders;
  }
  const listed = Object.values(answers).reduce((all, holders) => all + holders, 0);
  return { told: reported, answers, hidden: listed < reported };
}
