import { type Provenance, type Trust, trustIn } from "#app/domain/campaign/meetings/meeting.ts";

export type VotingChoiceProgram = Pick<Provenance, "asOf" | "sourceUrl" | "verifiedAt"> & {
  /** Names its words in `pledge.fund.programs`. */
  id: "vanguard" | "blackrock" | "state-street" | "schwab";
  name: string;
};

/**
 * Programs by which managers in the United States let fund holders choose a voting policy. They change: set
 * `verifiedAt` and `sourceUrl` once you have read the manager's page; until then pages mark them.
 */
export const votingChoicePrograms: readonly VotingChoiceProgram[] = [
  program("vanguard", "Vanguard Investor Choice"),
  program("blackrock", "BlackRock Voting Choice"),
  program("state-street", "State Street"),
  program("schwab", "Schwab"),
];

function program(id: VotingChoiceProgram["id"], name: string): VotingChoiceProgram {
  return { id, name, asOf: "2026-12-01", sourceUrl: null, verifiedAt: null };
}

/** Returns whether a program may be relied on at `now`. */
export const trustInProgram = (program: VotingChoiceProgram, now: Date): Trust =>
  trustIn(program, "rule", now);
