import type {
  FundOutcome,
  Holding,
  HoldingForm,
  PledgeKind,
  PledgeOutcome,
  Verification,
  VoteIntention,
} from "#app/domain/entries/pledges/pledge.ts";

/**
 * Returns what a pledge adds to each published figure, named `split:cell:measure`: holders, `shares` for
 * those who gave a number, ranges (`bucket`) for others. A holder is in at most one cell of each split. Fund
 * holders have no vote: they are one separate cell and in no split.
 */
export function contributionsOf(
  pledge: Ended & { verification: Verification },
  intentions: readonly { item: number | null; intention: VoteIntention | null }[],
  holding: Holding | null,
): Map<string, string> {
  const cells =
    pledge.kind === "fund"
      ? ["fund:fund"]
      : [
          "all:all",
          `verification:${pledge.verification}`,
          `holding:${pledge.holdingForm}`,
          `kind:${pledge.kind}`,
          ...intentions.flatMap(({ item, intention }) =>
            intention === null ? [] : [`${item === null ? "general" : `item-${item}`}:${intention}`],
          ),
        ];
  const measures: [string, string][] = [["holders", "1"]];
  if (holding !== null)
    measures.push(holding.shares === null ? ["bucket", holding.bucket] : ["shares", holding.shares]);
  return new Map([
    ...cells.flatMap((cell) => measures.map(([measure, adds]) => [`${cell}:${measure}`, adds] as const)),
    ...outcomeContributionsOf(pledge),
  ]);
}

type Ended = { kind: PledgeKind; holdingForm: HoldingForm; outcome: PledgeOutcome; fundOutcome: FundOutcome };

/**
 * Returns what a reported outcome adds to the published figures: of votes, of all and by way of holding; and
 * of letters to managers of funds, of all and by answer.
 */
export function outcomeContributionsOf({
  kind,
  holdingForm,
  outcome,
  fundOutcome,
}: Ended): Map<string, string> {
  if (kind === "fund") {
    const cells = fundOutcome === "unknown" ? [] : ["fund-letter-all:all", `fund-letter:${fundOutcome}`];
    return new Map(cells.map((cell) => [`${cell}:outcome`, "1"]));
  }
  if (outcome === "unknown") return new Map();
  const adds = outcome === "did_not_vote" ? "not" : "voted";
  return new Map(["voted-all:all", `voted:${holdingForm}`].map((cell) => [`${cell}:outcome`, adds]));
}
