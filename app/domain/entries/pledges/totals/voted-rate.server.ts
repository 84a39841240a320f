import { sql } from "drizzle-orm";
import type { HoldingForm, KnownOutcome } from "#app/domain/entries/pledges/pledge.ts";
import type { DbOrTx } from "#db/index.ts";
import type { Figures } from "./publish.ts";
import { countOf, type VotedCell, type VotedRate } from "./voted-rate.ts";

/**
 * Reads from pledge to vote at one meeting, over pledges in force with a vote: not holding on the record date
 * means no vote.
 */
export async function readVotedRate(
  db: DbOrTx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
): Promise<VotedRate> {
  const rows = await db.execute<{
    form: HoldingForm;
    outcome: KnownOutcome | "unknown";
    holders: number;
  }>(sql`
    select holding_form as form, outcome, count(*)::int as holders from pledges
    where campaign_id = ${campaignId} and meeting_id = ${meetingId} and status = 'active' and kind <> 'fund'
      and held_on_record_date <> 'no'
    group by holding_form, outcome`);
  const rate: VotedRate = { pledged: 0, all: nobody(), byHolding: {} };
  for (const { form, outcome, holders } of rows) {
    const group = rate.byHolding[form] ?? { pledged: 0, ...nobody() };
    rate.byHolding[form] = group;
    for (const counted of [rate, group]) counted.pledged += holders;
    for (const cell of [rate.all, group]) add(cell, outcome, holders);
  }
  return rate;
}

/** Reads current vote figures, to publish from: `of` are known, `sum` of them voted. */
export async function readLiveVotes(
  db: DbOrTx,
  meeting: { campaignId: number; meetingId: number },
): Promise<Figures> {
  const { all, byHolding } = await readVotedRate(db, meeting);
  const figure = (cell: VotedCell) => ({ of: cell.known, sum: `${countOf(cell).voted}`, max: null });
  return {
    "voted-all:all:outcome": figure(all),
    ...Object.fromEntries(
      Object.entries(byHolding).map(([form, cell]) => [`voted:${form}:outcome`, figure(cell)]),
    ),
  };
}

const nobody = (): VotedCell => ({ known: 0, votedAsPledged: 0, votedOtherwise: 0, didNotVote: 0 });

function add(cell: VotedCell, outcome: KnownOutcome | "unknown", holders: number): void {
  if (outcome === "unknown") return;
  cell.known += holders;
  if (outcome === "voted_as_pledged") cell.votedAsPledged += holders;
  if (outcome === "voted_otherwise") cell.votedOtherwise += holders;
  if (outcome === "did_not_vote") cell.didNotVote += holders;
}
