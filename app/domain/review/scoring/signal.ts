import { periods } from "#app/domain/base/periods.ts";

/**
 * Why a signature looks made by a program, as codes. `unproved`: proof of work was missing when it was
 * required. `block`, `domain`, `series`, `alias`, `name`: many share it. `cadence`: they arrived like
 * clockwork. `quick`: confirmed faster than a person can. `random`: the address looks randomly typed.
 * `language`: the browser speaks none of the country's languages.
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

/** From this score on a signature is on hold until an organizer reviews it. */
export const holdsFrom = 100;

/** Days that traces, and what was derived from them, are kept. */
export const traceDays = periods.traceDays;
