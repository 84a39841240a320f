/** Why somebody was refused, in the words of the log and the audit. */
const refusalReasons = [
  // Signing in and reauthenticating.
  "code",
  "over",
  "second",
  "proof",
  "passkey",
  "locked",
  "unknown-address",
  // Opening and doing.
  "right",
  "campaign",
  "thing",
  "token",
  "ended-token",
  "scope",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What the overview and the email to owners count them as. */
export const refusalGroups = {
  wrong: ["code", "over", "second", "proof", "passkey"],
  locked: ["locked"],
  unknown: ["unknown-address"],
  refused: ["right", "campaign", "thing", "token", "ended-token", "scope"],
} as const satisfies Record<string, readonly RefusalReason[]>;
export type RefusalGroup = keyof typeof refusalGroups;

/** Refusals of one process since they were last stored: how many, of whom, where, and from which network. */
export type Refusal = {
  why: RefusalReason;
  /** Who was refused, or whose code was tried; null: nobody we know. */
  organizerId: string | null;
  /** Where: an id, or a slug as it was typed. Null: in no campaign. */
  campaign: number | string | null;
  /** The page of the console: the first part of its path after the campaign. */
  page: string | null;
  /** As `network` returns it. It is hashed before it is stored. */
  network: string | null;
  n: number;
};

/**
 * Rows of one reason and person (or none) that one hour tells apart by page and network. What is more counts
 * in one row, so that nobody fills the log by coming from many networks.
 */
export const rowsAnHour = 20;

/** What owners are told of, once a day: so many within an hour. */
export const warnFrom = { failed: 10, refused: 20 };

/** Days that the overview looks back. */
export const refusalDays = 7;

/** One line of the log: hashes and ids alone. */
export type NotedRefusal = {
  why: RefusalReason;
  organizer: string | null;
  campaign: number | null;
  page: string | null;
  network: string | null;
  times: number;
};
