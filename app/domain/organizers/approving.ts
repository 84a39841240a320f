/**
 * What somebody can do about a thing that waits for a second person: approve it as one, or alone where they had a hand in it
 * and nobody else can, or why not.
 */
export type Approving = "yes" | "alone" | "own" | "no-right";

/** `hands`: the ids of who asked for it, and who was the last to change it. */
export function approvingOf(
  approvers: readonly { id: string }[],
  organizerId: string,
  hands: readonly (string | null | undefined)[],
): Approving {
  if (!approvers.some(({ id }) => id === organizerId)) return "no-right";
  if (!hands.includes(organizerId)) return "yes";
  return approvers.length === 1 ? "alone" : "own";
}
