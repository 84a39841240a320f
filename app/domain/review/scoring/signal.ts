import { periods } from "#app/domain/base/periods.ts";

/**
 * Why a signature looks like the work of a program, as codes. `unproved`: at a moment of raised risk the
 * proof of work was left out. `block`, `domain`, `series`, `alias`, `name`: there are many that share it.
 * `cadence`: they came like clockwork. `quick`: confirmed faster than a hand can. `random`: the address looks
 * typed by chance. `language`: the browser speaks none of the country's languages.
 */
export const reviewReasons = [
  "honeypot",
  "unproved",
  "disposable",
  "alias",
  "series",
  "name",
  "block",
  "domain",
  "cadence",
  "quick",
  "random",
  "language",
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** From this score on a signature does not count before an organizer has reviewed it. */
export const holdsFrom = 100;

/** Days for which traces, and what was made of them, are kept. */
export const traceDays = periods.traceDays;
