// How measured figures are judged, by the benchmark's floors and by Lighthouse: what misses a bar is measured
// twice more, and the median of the three counts.

/** A failed measurement: Lighthouse's trace broke (`NO_NAVSTART`), or the page did not load. */
export class BrokenRun extends Error {}

/** Tries for a run: a broken one is tried again. */
const triesAtMost = 3;

/** Returns the middle figure; of an even number the mean of the two in the middle. */
export function medianOf(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures each part once, then those that missed a bar twice more: other work may be over by then. Returns
 * the runs of each part. Throws the last error where no first run came whole.
 */
export async function measureInRuns(parts, measure, isMissed) {
  const runs = [];
  for (const part of parts) {
    const { whole, broken } = await wholeRuns(1, () => measure(part));
    if (whole.length === 0) throw broken;
    runs.push(whole);
  }
  for (const [n, part] of parts.entries()) {
    if (isMissed(runs[n][0])) runs[n].push(...(await wholeRuns(2, () => measure(part))).whole);
  }
  return runs;
}

async function wholeRuns(wanted, measure) {
  const whole = [];
  let broken;
  for (let tries = 0; tries < triesAtMost && whole.length < wanted; tries++) {
    try {
      whole.push(await measure());
    } catch (error) {
      if (!(error instanceof BrokenRun)) throw error;
      broken = error;
    }
  }
  return { whole, broken };
}

/**
 * Judges one bar by the figures of all runs: "reached", "missed", or "too busy", where `machine` measured the
 * machine itself and got less than half of what is usual. Without `machine` nothing excuses a miss.
 */
export function judge(figures, reaches, machine) {
  if (reaches(medianOf(figures))) return "reached";
  return machine && medianOf(machine.figures) < machine.usual / 2 ? "too busy" : "missed";
}
