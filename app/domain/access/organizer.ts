import { periods } from "#app/domain/base/periods.ts";

/** The sets of rights someone can begin with in one campaign, widest first. */
export const organizerRoles = ["owner", "organizer", "reviewer", "exporter", "viewer"] as const;
export type OrganizerRole = (typeof organizerRoles)[number];

/**
 * What someone may do in one campaign. `view` opens the console and its counts, `view-names` the lists of
 * people, `view-holdings` shows how many shares a person holds (each look is on record), `check-papers`
 * records what papers show and reviews large pledges, `keep-meetings` edits meetings and company figures,
 * `write` drafts updates and sends approved ones, `approve` lets those of others go: dispatches only with
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

/** The rights each role begins with: they are stored with the person, and may be changed there. */
export const rightsOf: Record<OrganizerRole, readonly OrganizerRight[]> = {
  owner: organizerRights,
  organizer: organizerRights.filter((right) => right !== "manage"),
  reviewer: ["view", "view-names", "review"],
  exporter: ["view", "view-names", "export-signatures"],
  viewer: ["view"],
};

/** Rights that lead nowhere without `view-names`: each is about people in a list. */
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

/** Tells two sets of rights apart: a form says with it what was on its page. */
export const rightsMark = ({ role, rights }: Membership) =>
  `${role} ${organizerRights.filter((right) => rights.includes(right)).join(" ")}`;

/** What is stored of one person in one campaign. */
export type Membership = { role: OrganizerRole; rights: readonly string[] };

/** Returns whether a membership carries the right. An owner carries all. `holds` is the same rule in SQL. */
export const mayDo = ({ role, rights }: Membership, right: OrganizerRight) =>
  role === "owner" || rights.includes(right);

/** Minutes that a mailed code works, and the tries it allows. */
export const codeLivesMinutes = 10;
export const codeTries = 3;

/** Mails with a code that one address gets at most. */
export const codeMailsAtMost = { hour: 5, day: 10 };

/** Invitations that go out of one campaign in 24 hours at most, and for how many days their links work. */
export const invitationsADay = 20;
export const invitationDays = [1, 3, 7] as const;

/** A session ends after this long without a request, and after this long in all. */
export const sessionEnds = { idleMinutes: periods.sessionIdleMinutes, absoluteHours: periods.sessionHours };

/**
 * Wrong second factors in a row after which none is looked at for this long, twice as long after as many
 * more; and tries at the first code of a new app.
 */
export const secondTries = 10;
export const secondLockMinutes = { first: 15, atMost: 1440 };
export const enrolTries = 5;
/** Of an organizer whose second factor is checked again. */
export const unlocked = { secondFailures: 0, secondLockedUntil: null };

/** Who holds one of these in any campaign, and every owner, uses a second factor in each session. */
export const rightsThatNeedSecond = [
  "export-signatures",
  "export-pledges",
  "manage",
] as const satisfies readonly OrganizerRight[];

/** A proof that one is oneself holds this long, for what it was given for. */
export const proofLivesMinutes = 5;
