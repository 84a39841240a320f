import type { Holding, HoldingForm, PledgeKind, Verification, VoteIntention } from "./pledge.ts";

/**
 * The published figures that a pledge is in, each named `split:cell:measure`: how many holders, the
 * `shares` of those who told a number, the ranges (`bucket`) of the others. A holder is in one cell of each split
 * at most. Holders of funds have no vote: they are one cell alone and in no split.
 */
export function figuresTouched(
  pledge: { kind: PledgeKind; verification: Verification; holdingForm: HoldingForm },
  intentions: readonly { item: number | null; intention: VoteIntention | null }[],
  holding: Holding | null,
): string[] {
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
  const told = holding === null ? [] : [holding.shares === null ? "bucket" : "shares"];
  return cells.flatMap((cell) => ["holders", ...told].map((measure) => `${cell}:${measure}`));
}
