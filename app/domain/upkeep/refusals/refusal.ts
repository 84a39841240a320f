/** Why somebody was refused, in the terms of the log and the audit. */
const refusalReasons = [
  // Signing in and reauthenticating.
  "code",
  "over",
  "second",
  "proof",
  "passkey",
  "locked",
  "unknown-address",
  // Opening pages and acting.
  "right",
  "campaign",
  "thing",
  "token",
  "ended-token",
  "scope",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** How the overview and the email to owners group them. */
export const refusalGroups = {
  wrong: ["code", "over", "second", "proof", "passkey"],
  locked: ["locked"],
  unknown: ["unknown-address"],
  refused: ["right", "campaign", "thing", "token", "ended-token", "scope"],
} as const satisfies Record<string, readonly RefusalReason[]>;
export type RefusalGroup = keyof typeof refusalGroups;

/** Refusals of one process since they were last stored. */
export type Refusal = {
  why: RefusalReason;
  /** Who was refused, or whose code was tried; null: unknown. */
  organizerId: string | null;
  /** A campaign's id, or its slug as typed. Null: none. */
  campaign: number | string | null;
  /** The page of the console: the first part of its path after the campaign. */
  page: string | null;
  /** As `network` returns it. Hashed before it is stored. */
  network: string | null;
  n: number;
};

/**
 * Rows per hour for one reason and person (or none), by page and network. Others share one row, so that
 * nobody fills the log by using many networks.
 */
export const rowsAnHour = 20;

/** Owners are emailed, once a day, about this many within an hour. */
export const warnFrom = { failed: 10, refused: 20 };

/** Days that the overview shows. */
export const refusalDays = 7;

/** One line of the log: only hashes and ids. */
export type NotedRefusal = {
  why: RefusalReason;
  organizer: string | null;
  campaign: number | null;
  page: string | null;
  network: string | null;
  times: number;
};
