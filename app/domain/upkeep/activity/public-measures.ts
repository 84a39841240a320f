/** Measures published over time. */
export const publicMeasures = ["signatures", "pledges", "letters"] as const;
export type PublicMeasure = (typeof publicMeasures)[number];

/** A period with fewer is merged with the next, so that nobody is identified. */
export const crowdAtLeast = 5;

/** Whole days (UTC, both included) and their total. */
export type Stretch = { from: string; to: string; n: number };

const day = 86_400_000;
const dayAfter = (date: string) =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + day).toISOString().slice(0, 10);

/**
 * Joins days until at least five came on them, so that no stretch tells when one of a few signed. Cuts them
 * from the first day on and never again: nobody learns more by asking for other days. `counted` are days that
 * have ended, ascending; those on which nobody came may be missing. What is left at the end waits for its
 * fifth.
 */
export function mergeSmallDays(counted: readonly { day: string; n: number }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = counted[0]?.day ?? "";
  let n = 0;
  for (const each of counted) {
    n += each.n;
    if (n < crowdAtLeast) continue;
    stretches.push({ from, to: each.day, n });
    from = dayAfter(each.day);
    n = 0;
  }
  return stretches;
}
