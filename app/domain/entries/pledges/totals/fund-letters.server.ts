import { sql } from "drizzle-orm";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import type { KnownFundOutcome } from "#app/domain/entries/pledges/pledge.ts";
import type { DbOrTx } from "#db/index.ts";
import { countSent, type FundLetters } from "./fund-letters.ts";
import type { Figures } from "./publish.ts";

type OfMeeting = { campaignId: number; meetingId: number };

/** Reads what fund holders say came of letters, exact and live, over pledges in force: for organizers. */
export async function readFundLetters(
  db: DbOrTx,
  { campaignId, meetingId }: OfMeeting,
): Promise<FundLetters> {
  const rows = await db.execute<{ answer: KnownFundOutcome; holders: number }>(sql`
    select fund_outcome as answer, count(*)::int as holders from pledges
    where campaign_id = ${campaignId} and meeting_id = ${meetingId} and status = 'active'
      and fund_outcome <> 'unknown'
    group by fund_outcome`);
  return {
    told: rows.reduce((all, { holders }) => all + holders, 0),
    answers: Object.fromEntries(rows.map(({ answer, holders }) => [answer, holders])),
  };
}

/** Counts, for the current meeting of a company, who reported on a fund letter and how many sent it. */
export async function countFundLetters(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<{ told: number; sent: number }> {
  const meeting = await findPledgeMeeting(db, campaignId, companyId);
  if (!meeting) return { told: 0, sent: 0 };
  const letters = await readFundLetters(db, { campaignId, meetingId: meeting.id });
  return { told: letters.told, sent: countSent(letters) };
}

/** Reads the figures of their answers now, to publish from. */
export async function readLiveFundLetters(db: DbOrTx, meeting: OfMeeting): Promise<Figures> {
  const { told: reported, answers } = await readFundLetters(db, meeting);
  const figure = (of: number) => ({ of, sum: `${of}`, max: null });
  return {
    "fund-letter-all:all:outcome": figure(reported),
    ...Object.fromEntries(
      Object.entries(answers).map(([answer, holders]) => [`fund-letter:${answer}:outcome`, figure(holders)]),
    ),
  };
}
