/** Characters of a hostile text, and milliseconds of the processor that anything may spend on it. */
export const hostileLength = 100_000;
export const cpuAtMost = 50;

/** Milliseconds of the processor that this process spends on `work`. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of at most ten tries: the first runs cold, and another process may disturb one. What is far off has one. */
export function leastCpu(work: () => unknown, enough = cpuAtMost): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 10 && least > enough; run++) {
    least = Math.min(least, cpuOf(work));
    if (least > 20 * enough) break;
  }
  return least;
}
