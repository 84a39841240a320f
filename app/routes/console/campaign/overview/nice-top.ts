const steps = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 12];

/** Returns the lowest top of a scale for `most` in four equal steps of whole numbers. */
export function niceTop(most: number): number {
  const base = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return (
    steps.map((step) => Math.round(step * base * 10) / 10).find((top) => top >= most && top % 4 === 0) ?? most
  );
}
