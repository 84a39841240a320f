const day = 86_400;

/**
 * Spreads emails over seconds after the start: `perDay` of them over 24 hours, each at a moment of its own
 * within its share of the day, so that they come neither at once nor by the clock. `chance` gives numbers
 * from 0 up to 1.
 */
export function planDelays(
  mails: number,
  { perDay, chance }: { perDay: number; chance: () => number },
): number[] {
  const share = day / perDay;
  return Array.from({ length: mails }, (_, place) => {
    const jitter = place === 0 ? 0 : chance();
    return (place + jitter) * share;
  });
}
