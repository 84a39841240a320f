import { type Provenance, type Trust, trustIn } from "#app/domain/campaign/meetings/meeting.ts";
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

/** Managers with such a program; each names its words in `pledge.fund.programs`. */
export const knownManagers = ["vanguard", "blackrock", "state-street", "schwab"] as const;

export type VotingChoiceProgram = Pick<Provenance, "asOf" | "sourceUrl" | "verifiedAt"> & {
  id: (typeof knownManagers)[number];
  /** The manager's. */
  name: string;
};

/**
 * Programs by which managers in the United States let fund holders choose a voting policy. They change: set
 * `verifiedAt` and `sourceUrl` once you have read the manager's page; until then pages mark them.
 */
export const votingChoicePrograms: readonly VotingChoiceProgram[] = [
  program("vanguard", "Vanguard"),
  program("blackrock", "BlackRock"),
  program("state-street", "State Street"),
  program("schwab", "Schwab"),
];

function program(id: VotingChoiceProgram["id"], name: string): VotingChoiceProgram {
  return { id, name, asOf: "2026-12-01", sourceUrl: null, verifiedAt: null };
}

/** Returns whether a program may be relied on at `now`. */
export const trustInProgram = (program: VotingChoiceProgram, now: Date): Trust =>
  trustIn(program, "rule", now);

/** Returns the name of a manager that somebody chose; null for another one. */
export const managerNamed = (id: string | undefined): string | null =>
  votingChoicePrograms.find((program) => program.id === id)?.name ?? null;
