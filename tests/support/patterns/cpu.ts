/** Characters of a hostile text, and milliseconds of processor time that anything may spend on it. */
export const hostileLength = 100_000;
export const cpuAtMost = 50;

/** Milliseconds of processor time that this process spends on `work`. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const words = "word, other ".repeat(20_000);
const reference = () => {
  let letters = 0;
  for (let round = 0; round < 4; round++)
    for (const [word] of words.matchAll(/\p{L}+/gu)) letters += word.length;
  return letters;
};
/** Milliseconds that the reference takes, once warm, on the machine for which the bars were set. */
const referenceMs = 9;
let isWarm = false;

/** How much slower this machine is now: shared ones vary by a factor of two within seconds. */
function slowness(): number {
  for (let run = 0; run < 8 && !isWarm; run++) reference();
  isWarm = true;
  return Math.max(1, cpuOf(reference) / referenceMs);
}

/**
 * Returns the least of at most ten tries, scaled to the machine of the bars: the first runs cold, and another
 * process may disturb one. What is four times too slow has two, and what is twenty times too slow has one.
 */
export function leastCpu(work: () => unknown, enough = cpuAtMost): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 10 && least > enough; run++) {
    const took = cpuOf(work);
    least = Math.min(least, took > enough ? took / slowness() : took);
    if (least > (run === 0 ? 20 : 4) * enough) break;
  }
  return least;
}

/**
 * Tells if a fifth of a text is read so quickly that the whole is read in time even by what is quadratic,
 * which takes 25 times as long for it: this settles most, for a fifth of the work.
 */
export function isQuick(readFifth: () => unknown): boolean {
  const began = performance.now();
  readFifth();
  return performance.now() - began <= cpuAtMost / 25;
}
