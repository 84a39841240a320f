import { type HoldingForm, holdingForms, type PledgeKind } from "./pledge.ts";

/** The first question: how someone holds shares, or that they hold a fund or decide for others. */
export const pledgeWays = [
  "broker",
  "registered",
  "employee_plan",
  "ira_brokerage",
  "foreign_broker",
  "fund",
  "institution",
  "unsure",
] as const;
export type PledgeWay = (typeof pledgeWays)[number];

/** Lists the ways under a law: retirement accounts that hold shares are of the United States. */
export const waysUnder = ({ unitedStates }: { unitedStates: boolean }): readonly PledgeWay[] =>
  unitedStates ? pledgeWays : pledgeWays.filter((way) => way !== "ira_brokerage");

/** Returns the form's answer to its first question; null if there is none. */
export function wayOf(kind: unknown, holdingForm: unknown): PledgeWay | null {
  if (kind === "fund" || kind === "institution") return kind;
  return kind === "direct" ? (holdingForms.find((form) => form === holdingForm) ?? null) : null;
}

export const kindOf = (way: PledgeWay): PledgeKind =>
  way === "fund" || way === "institution" ? way : "direct";

/** True where an account can lend shares out or answer ballots by a rule. */
export const heldInAccount = (way: PledgeWay) =>
  way === "broker" || way === "ira_brokerage" || way === "foreign_broker" || way === "unsure";

/** Where an institution's shares can be held. */
export const custodies = [
  "broker",
  "foreign_broker",
  "registered",
  "unsure",
] as const satisfies HoldingForm[];
