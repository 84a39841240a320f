/** Hours until a new approver counts as a second person, and days for which a former one still counts. */
export const countsAfterHours = 48;
export const countsForDays = 7;

/**
 * An organizer who holds a right that needs two people, lost it lately, or is a newcomer without it.
 * `counts`: as a second person. Former approvers still count, so nobody becomes the sole approver by revoking
 * others; new ones do not count yet, so nobody approves from a second address. Times in ISO 8601.
 */
export type Approver = {
  id: string;
  name: string;
  /** Has the right now, and can sign in. */
  holds: boolean;
  counts: boolean;
  /** Too new in the campaign for their work to count as another person's. */
  isNewcomer: boolean;
  /** When they begin to count, if they hold the right; when they stop, if they lost it. */
  countsFrom: string | null;
  countsUntil: string | null;
};

/**
 * What an organizer can do about something that waits for approval: approve as the second person (`yes`),
 * approve their own work because nobody else can (`alone`), or why not. `new`: they got the right too
 * recently. `newcomer`: an author joined the campaign too recently. `lost`: the only other approvers lost the
 * right too recently.
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
