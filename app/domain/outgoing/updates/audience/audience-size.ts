import { type Audience, isNarrowed } from "./audience.ts";

/** How many people an update would reach. `isRounded`: down to a multiple of five; 0 is fewer than five. */
export type AudienceSize = { people: number; isRounded: boolean };

const step = 5;

/** Rounds a count of people down to a multiple of five. */
export const roundedDown = (people: number) => Math.floor(people / step) * step;

/**
 * Rounds a count for its reader. Those who may not see names get it of a narrowed audience in steps of five:
 * boxes checked one after another would tell what a single person pledged.
 */
export function roundAudienceSize(people: number, audience: Audience, maySeeNames: boolean): AudienceSize {
  if (maySeeNames || !isNarrowed(audience)) return { people, isRounded: false };
  return { people: roundedDown(people), isRounded: true };
}
