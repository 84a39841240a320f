import { type Provenance, type Trust, trustIn } from "#app/domain/campaign/meetings/meeting.ts";

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
