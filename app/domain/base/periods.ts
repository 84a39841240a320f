/**
 * How long data is kept that is deleted by age. Jobs, limits, the privacy page and the transparency page read
 * these numbers; a test checks that none is written elsewhere.
 */
export const periods = {
  /** Unconfirmed entries: `askedSince` says since when. */
  unconfirmedDays: 7,
  /** The sealed address of somebody erased, if their last email cannot be handed over. */
  erasedNoticeDays: 7,
  /** Reports of the mail provider. */
  mailEventDays: 30,
  /** Who got an update, after it ended. */
  updateEmailMonths: 13,
  /** Hashes of address blocks, other traces of sign requests, and their keys. */
  traceDays: 7,
  /** A pledge as it was before a change: until its undo ends. */
  undoDays: 7,
  /** The file of an export, and of a list uploaded for import. */
  exportHours: 24,
  importHours: 24,
  sessionHours: 12,
  sessionIdleMinutes: 30,
  /** Codes, passkey requests, and invited people who never proved their address. */
  ceremonyHours: 24,
  /** A known browser, since the last sign-in with it: it has its own rate limit for codes. */
  knownBrowserDays: 180,
  /** A link that asks for a sign-in code when others have used up an address's codes. */
  signInLinkHours: 48,
  /** In memory: counts by network of forms, and of reports of one letter. */
  formMinutes: 10,
  reportHours: 24,
  /** Personal data of a closed campaign, by default; and at most. */
  closedMonths: 12,
  closedMonthsAtMost: 24,
} as const;
