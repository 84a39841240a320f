/** Hours until a new approver counts as a second person, and days for which a former one still does. */
export const countsAfterHours = 48;
export const countsForDays = 7;

/**
 * Somebody who holds a right of which two are needed, or who lost it lately, or a newcomer without it.
 * `counts`: as a second person, so that nobody makes oneself alone by taking a right away, nor a second
 * person of one's other address. Times in ISO 8601.
 */
export type Approver = {
  id: string;
  name: string;
  /** They carry the right now, and can sign in. */
  holds: boolean;
  counts: boolean;
  /** In the campaign for too short a time for what they ask for to be asked by another person. */
  isNewcomer: boolean;
  /** From when on they count, of who holds it; and until when, of who lost it. */
  countsFrom: string | null;
  countsUntil: string | null;
};

/**
 * What somebody can do about a thing that waits for a second person: approve it as one, or alone where they
 * had a hand in it and nobody else could, or why not. `new`: they have the right for too short a time.
 * `newcomer`: who had a hand in it is in the campaign for too short a time to be another person. `lost`: the
 * others who could lost the right too lately.
 */
export type Approving = "yes" | "alone" | "own" | "new" | "newcomer" | "lost" | "no-right";

/** Takes as `hands` the ids of who asked for it and who last changed it. */
export function approvingOf(
  approvers: readonly Approver[],
  organizerId: string,
  hands: readonly (string | null | undefined)[],
): Approving {
  const self = approvers.find(({ id, holds }) => holds && id === organizerId);
  if (!self) return "no-right";
  const own = hands.includes(organizerId);
  if (!own && !self.counts) return "new";
  if (!own && !approvers.some(({ id, isNewcomer }) => isNewcomer && hands.includes(id))) return "yes";
  const others = approvers.filter(({ id, counts }) => counts && id !== organizerId);
  if (others.length === 0) return "alone";
  if (!own) return "newcomer";
  return others.some(({ holds }) => holds) ? "own" : "lost";
}

export const othersWhoCan = (approvers: readonly Approver[], organizerId: string) =>
  approvers.filter(({ id, holds, counts }) => holds && counts && id !== organizerId);

/** Returns when this organizer counts as a second person or is alone; null where time changes nothing. */
export function approvesFrom(approvers: readonly Approver[], organizerId: string, approving: Approving) {
  if (approving === "new") return approvers.find(({ id }) => id === organizerId)?.countsFrom ?? null;
  if (approving !== "lost") return null;
  const until = approvers.flatMap(({ id, countsUntil }) => (id === organizerId ? [] : (countsUntil ?? [])));
  return until.sort().at(-1) ?? null;
}
