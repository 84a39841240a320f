import { periods } from "#app/domain/base/periods.ts";

/** Months from closing until personal data is erased, by default and at most. */
export const monthsAfterClosing = { usual: periods.closedMonths, atMost: periods.closedMonthsAtMost };

/** Retention periods on the transparency page. `what` is a key of `transparency.kept`. */
export const retention = [
  { what: "unconfirmed", period: periods.unconfirmedDays, unit: "days" },
  { what: "traces", period: periods.traceDays, unit: "days" },
  { what: "emailEvents", period: periods.mailEventDays, unit: "days" },
  { what: "updateEmails", period: periods.updateEmailMonths, unit: "months" },
  { what: "addressKeys", period: periods.traceDays, unit: "days" },
  { what: "keptExports", period: periods.exportHours, unit: "hours" },
  { what: "imports", period: periods.importHours, unit: "hours" },
  { what: "sessions", period: periods.sessionHours, unit: "hours" },
  { what: "ceremonies", period: periods.ceremonyHours, unit: "hours" },
  { what: "closed", period: periods.closedMonths, unit: "months" },
] as const;
