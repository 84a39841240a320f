const day = 86_400_000;

/**
 * When each of so many mails goes: `perDay` of them spread over 24 hours, each at a moment of its own within its share
 * of the day, so that they come neither at once nor by the clock. `chance` gives numbers from 0 up to 1.
 */
export function planTimes(
  mails: number,
  { perDay, from, chance }: { perDay: number; from: Date; chance: () => number },
): Date[] {
  const share = day / perDay;
  return Array.from({ length: mails }, (_, place) => {
    const jitter = place === 0 ? 0 : chance();
    return new Date(from.getTime() + Math.floor((place + jitter) * share));
  });
}
