import type { OrganizerRight } from "./organizer.ts";

/** The right that approves, held by at least two, and the one that opens what is approved. */
export type SecondRight = { right: "approve" | "manage"; opens: OrganizerRight };

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
  /** Has the right to open what waits, too. */
  opens: boolean;
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
 * right too recently. `cannot-open`: they may approve, but not open it. `none-opens`: nobody else who may
 * approve it can open it.
 */
export type Approving =
  | "yes"
  | "alone"
  | "own"
  | "new"
  | "newcomer"
  | "lost"
  | "no-right"
  | "cannot-open"
  | "none-opens";

type Hands = readonly (string | null | undefined)[];

/**
 * Takes as `hands` the ids of who asked for it and who last changed it. An approver who may not open it still
 * counts as a second person, so that nobody becomes the only one by taking that right from the others.
 */
export function approvingOf(approvers: readonly Approver[], organizerId: string, hands: Hands): Approving {
  const approving = secondPerson(approvers, organizerId, hands);
  if (approving === "own" || approving === "no-right") {
    const free = othersFree(approvers, organizerId, hands);
    return free.length > 0 && !free.some(({ opens }) => opens) ? "none-opens" : approving;
  }
  const self = approvers.find(({ id }) => id === organizerId);
  return approving === "lost" || self?.opens ? approving : "cannot-open";
}

/** Those who may approve it and had no hand in it, without this organizer. */
const othersFree = (approvers: readonly Approver[], organizerId: string, hands: Hands) =>
  approvers.filter(({ id, holds }) => holds && id !== organizerId && !hands.includes(id));

function secondPerson(approvers: readonly Approver[], organizerId: string, hands: Hands): Approving {
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

/** What a page says to one organizer of something that waits for approval. */
export type ApprovalState = {
  approving: Approving;
  /** When they may approve, in ISO 8601, if they may not yet. */
  approvesFrom: string | null;
  /** Who else can approve it now, by name. */
  others: string[];
  /** Everyone who could approve it had a hand in it. */
  deadlock: boolean;
  /** If opening it is what is missing: the right, who lacks it, and who can give it. */
  missing: { right: OrganizerRight; lack: string[]; gives: string[] } | null;
};

type SecondPersons = { approvers: readonly Approver[]; gives: string[]; opens: OrganizerRight };

/** Says what one organizer may do about one thing. */
export function approvalStateOf(
  { approvers, gives, opens: right }: SecondPersons,
  organizerId: string,
  hands: Hands,
): ApprovalState {
  const approving = approvingOf(approvers, organizerId, hands);
  const able = approvers.filter(({ holds, counts, opens }) => holds && counts && opens);
  const lack = othersFree(approvers, organizerId, hands).map(({ name }) => name);
  return {
    approving,
    approvesFrom: approvesFrom(approvers, organizerId, approving),
    others: able.filter(({ id }) => id !== organizerId && !hands.includes(id)).map(({ name }) => name),
    deadlock: able.every(({ id }) => hands.includes(id)),
    missing: approving === "cannot-open" || approving === "none-opens" ? { right, lack, gives } : null,
  };
}

/** Returns when this organizer counts as a second person or is alone; null where time changes nothing. */
function approvesFrom(approvers: readonly Approver[], organizerId: string, approving: Approving) {
  if (approving === "new") return approvers.find(({ id }) => id === organizerId)?.countsFrom ?? null;
  if (approving !== "lost") return null;
  const until = approvers.flatMap(({ id, countsUntil }) => (id === organizerId ? [] : (countsUntil ?? [])));
  return until.sort().at(-1) ?? null;
}
