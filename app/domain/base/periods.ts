/**
 * For how long what is deleted by its age is kept. Jobs, limits, the page on privacy and the page of
 * transparency read these numbers here; a test holds that none is written elsewhere.
 */
export const periods = {
  /** What nobody confirmed. */
  unconfirmedDays: 7,
  /** What a mail provider reports. */
  mailEventDays: 30,
  /** Hashes of address blocks and other traces of requests to sign, and the keys that made them. */
  traceDays: 7,
  /** What a pledge was before it was changed: until its undo ends. */
  undoDays: 7,
  /** The file of an export that was prepared, and of a list that was handed in to be imported. */
  exportHours: 24,
  importHours: 24,
  sessionHours: 12,
  sessionIdleMinutes: 30,
  /** Codes and passkey requests, and people who were invited and never proved their address. */
  ceremonyHours: 24,
  /** A browser since its organizer's last sign-in with it: until then it may ask for a code of its own. */
  knownBrowserDays: 180,
  /** A link that asks for a sign-in code when others have used up what an address gets. */
  signInLinkHours: 48,
  /** How often something came from one part of the network, in memory: forms, and reports of one letter. */
  formMinutes: 10,
  reportHours: 24,
  /** What is personal in a closed campaign, unless another number is chosen; and at most. */
  closedMonths: 12,
  closedMonthsAtMost: 24,
} as const;
