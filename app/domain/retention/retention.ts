import { keptHours } from "../exports/presets.ts";
import { sessionEnds } from "../organizers/organizer.ts";
import { confirmWithinDays } from "../signatures/signature.ts";

/** Months after closing until what is personal is erased, where nothing else is chosen; and at most. */
export const monthsAfterClosing = { usual: 12, atMost: 24 };

/**
 * Every period for which something is kept, in one place: jobs delete by it, and the page of transparency prints it. `what` is a
 * word of `transparency.kept`.
 */
export const retention = [
  { what: "unconfirmed", period: confirmWithinDays, unit: "days" },
  { what: "mailEvents", period: 30, unit: "days" },
  { what: "addressKeys", period: 7, unit: "days" },
  { what: "keptExports", period: keptHours, unit: "hours" },
  { what: "sessions", period: sessionEnds.absoluteHours, unit: "hours" },
  { what: "ceremonies", period: 1, unit: "days" },
  { what: "closed", period: monthsAfterClosing.usual, unit: "months" },
] as const;

/** Days for which a period of the list runs. */
export const daysOf = (what: "mailEvents") => retention.find((one) => one.what === what)?.period ?? 0;
