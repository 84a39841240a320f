/**
 * Outcomes of a row. Rows store the position in this list: add new ones at the end, remove none. `new` and
 * `known` are imported; all others say why the row was refused.
 */
export const rowOutcomes = [
  "new",
  "known",
  "repeat",
  "email-missing",
  "email-shape",
  "name-missing",
  "name-long",
  "name-numbers",
  "country-missing",
  "country-unknown",
  "postal-code",
  "comment-long",
  "comment-numbers",
  "day-unknown",
  "day-future",
  "cells",
  "unreadable",
  "declined",
  "declined-before",
  "unconfirmed",
  "name-letters",
  "marks",
] as const;
/** `declined-before` is no longer stored. */
export type RowOutcome = Exclude<(typeof rowOutcomes)[number], "declined-before">;
export type RowRefusal = Exclude<RowOutcome, "new" | "known">;

export const outcomeCode = (outcome: RowOutcome) => rowOutcomes.indexOf(outcome);

/** Decodes a stored outcome. */
export function outcomeOf(code: number): RowOutcome {
  const outcome = rowOutcomes[code];
  if (outcome === undefined) throw new Error(`no outcome of a row has the code ${code}`);
  return outcome === "declined-before" ? "declined" : outcome;
}

export function tally(outcomes: readonly RowOutcome[]) {
  const added = outcomes.filter((outcome) => outcome === "new").length;
  const known = outcomes.filter((outcome) => outcome === "known").length;
  return { added, known, refused: outcomes.length - added - known };
}
