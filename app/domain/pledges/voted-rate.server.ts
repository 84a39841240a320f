import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { HoldingForm, KnownOutcome } from "./pledge.ts";
import type { VotedCell, VotedRate } from "./voted-rate.ts";

/** From pledge to vote at one meeting, over pledges in force of those who have a vote. */
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

const nobody = (): VotedCell => ({ known: 0, votedAsPledged: 0, votedOtherwise: 0, didNotVote: 0 });

function add(cell: VotedCell, outcome: KnownOutcome | "unknown", holders: number): void {
  if (outcome === "unknown") return;
  cell.known += holders;
  if (outcome === "voted_as_pledged") cell.votedAsPledged += holders;
  if (outcome === "voted_otherwise") cell.votedOtherwise += holders;
  if (outcome === "did_not_vote") cell.didNotVote += holders;
}
