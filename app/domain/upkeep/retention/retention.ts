import { periods } from "#app/domain/base/periods.ts";

/** Months after closing until what is personal is erased, where nothing else is chosen; and at most. */
export const monthsAfterClosing = { usual: periods.closedMonths, atMost: periods.closedMonthsAtMost };

/** What the page of transparency prints of the periods. `what` is a word of `transparency.kept`. */
export const retention = [
  { what: "unconfirmed", period: periods.unconfirmedDays, unit: "days" },
  { what: "traces", period: periods.traceDays, unit: "days" },
  { what: "emailEvents", period: periods.mailEventDays, unit: "days" },
  { what: "addressKeys", period: periods.traceDays, unit: "days" },
  { what: "keptExports", period: periods.exportHours, unit: "hours" },
  { what: "imports", period: periods.importHours, unit: "hours" },
  { what: "sessions", period: periods.sessionHours, unit: "hours" },
  { what: "ceremonies", period: periods.ceremonyHours, unit: "hours" },
  { what: "closed", period: periods.closedMonths, unit: "months" },
] as const;
