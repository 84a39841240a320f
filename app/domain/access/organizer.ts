import { periods } from "#app/domain/base/periods.ts";

/** The sets of rights to start with in a campaign, widest first. */
export const organizerRoles = ["owner", "organizer", "reviewer", "exporter", "viewer"] as const;
export type OrganizerRole = (typeof organizerRoles)[number];

/**
 * What an organizer may do in one campaign. `view` opens the console and its counts, `view-names` the lists
 * of people. `view-holdings` shows how many shares a person holds (each view is logged). `check-papers`
 * records what papers show and reviews large pledges. `keep-meetings` edits meetings and company figures.
 * `write` drafts updates and sends approved ones. `approve` approves those of others: dispatches only with
 * `view-names`, since their approver reads the letters.
 */
export const organizerRights = [
  "view",
  "view-names",
  "view-holdings",
  "check-papers",
  "keep-meetings",
  "review",
  "export-signatures",
  "export-pledges",
  "write",
  "approve",
  "manage",
] as const;
export type OrganizerRight = (typeof organizerRights)[number];

/** The rights each role begins with. They are stored with the person and can be changed there. */
export const rightsOf: Record<OrganizerRole, readonly OrganizerRight[]> = {
  owner: organizerRights,
  organizer: organizerRights.filter((right) => right !== "manage"),
  reviewer: ["view", "view-names", "review"],
  exporter: ["view", "view-names", "export-signatures"],
  viewer: ["view"],
};

/** Rights that are useless without `view-names`: each is about people in a list. */
const aboutPeople: readonly OrganizerRight[] = ["view-holdings", "check-papers", "review"];

/**
 * Completes rights with those they need to lead anywhere, in the order of `organizerRights`: `view` with
 * each, `view-names` with those about people in a list. Stored rights are complete in this sense.
 */
export function wholeRights(rights: readonly OrganizerRight[]): OrganizerRight[] {
  const names = rights.some((right) => aboutPeople.includes(right)) ? (["view-names"] as const) : [];
  const whole = new Set<OrganizerRight>(["view", ...names, ...rights]);
  return organizerRights.filter((right) => whole.has(right));
}

/**
 * Returns what is stored for a given role and rights: an owner has all, and rights that are exactly a role's
 * give that role.
 */
export function placeOf(given: { role: OrganizerRole; rights: readonly OrganizerRight[] }): {
  role: OrganizerRole;
  rights: OrganizerRight[];
} {
  if (given.role === "owner") return { role: "owner", rights: [...organizerRights] };
  const rights = wholeRights(given.rights);
  const exactly = organizerRoles.find((role) => role !== "owner" && rightsOf[role].join() === rights.join());
  return { role: exactly ?? given.role, rights };
}

/** Identifies a set of rights: a form sends back the one its page showed. */
export const rightsMark = ({ role, rights }: Membership) =>
  `${role} ${organizerRights.filter((right) => rights.includes(right)).join(" ")}`;

export type Membership = { role: OrganizerRole; rights: readonly string[] };

/** Returns whether a membership carries the right. An owner carries all. `holds` is the same rule in SQL. */
export const mayDo = ({ role, rights }: Membership, right: OrganizerRight) =>
  role === "owner" || rights.includes(right);

/** Minutes that an emailed code works, and the tries it allows. */
export const codeLivesMinutes = 10;
export const codeTries = 3;

/** Emails with a code that one address gets at most. */
export const maxCodeEmails = { hour: 5, day: 10 };

/** Invitations a campaign sends in 24 hours at most, and days for which their links work. */
export const invitationsADay = 20;
export const invitationDays = [1, 3, 7] as const;

/** A session ends after this long without a request, and after this long in all. */
export const sessionEnds = { idleMinutes: periods.sessionIdleMinutes, absoluteHours: periods.sessionHours };

/**
 * Wrong second factors in a row after which all are refused for `secondLockMinutes`, doubled after each
 * further ten; and tries at the first code of a new app.
 */
export const secondTries = 10;
export const secondLockMinutes = { first: 15, atMost: 1440 };
export const enrolTries = 5;
/** Resets an organizer's lockout of the second factor. */
export const unlocked = { secondFailures: 0, secondLockedUntil: null };

/**
 * Organizers with one of these rights in any campaign, and every owner, use a second factor in each session.
 */
export const rightsThatNeedSecond = [
  "export-signatures",
  "export-pledges",
  "manage",
] as const satisfies readonly OrganizerRight[];

/** Minutes that a reauthentication is valid, for the one purpose it was made for. */
export const proofLivesMinutes = 5;
