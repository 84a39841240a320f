import type { HoldingForm, PledgeKind, Verification, VoteIntention } from "./pledge.ts";

/**
 * The published cells that a pledge is in, each named `split:cell`. A holder is in one cell of each split at
 * most. Holders of funds have no vote: they are one cell alone and in no split.
 */
export function cellsTouched(
  pledge: { kind: PledgeKind; verification: Verification; holdingForm: HoldingForm },
  intentions: readonly { item: number | null; intention: VoteIntention | null }[],
): string[] {
  if (pledge.kind === "fund") return ["fund:fund"];
  return [
    "all:all",
    `verification:${pledge.verification}`,
    `holding:${pledge.holdingForm}`,
    `kind:${pledge.kind}`,
    ...intentions.flatMap(({ item, intention }) =>
      intention === null ? [] : [`${item === null ? "general" : `item-${item}`}:${intention}`],
    ),
  ];
}

/** The name of a cell in its parts. */
export function splitOf(cell: string): { split: string; name: string } {
  const at = cell.indexOf(":");
  return { split: cell.slice(0, at), name: cell.slice(at + 1) };
}
