/** Draws the same for the same seed (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (many: number) => Math.floor(next() * many);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    below,
    is: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    /** Picks early ones more often, as names are distributed. */
    often: <T>(from: readonly T[]): T => from[Math.floor(from.length * next() ** 1.5)] as T,
    /** The numbers below `many` in a random order. */
    shuffled: (many: number) =>
      Array.from({ length: many }, (_, n) => [next(), n] as const)
        .sort(([a], [b]) => a - b)
        .map(([, n]) => n),
    between: (low: number, high: number) => low + next() * (high - low),
    exponential: (mean: number) => -mean * Math.log(1 - next()),
    logNormal: (median: number, sigma: number) => median * Math.exp(sigma * normal()),
    letters: (many: number, of = "abcdefghijklmnopqrstuvwxyz0123456789") =>
      Array.from({ length: many }, () => of[below(of.length)]).join(""),
  };
}
export type Chance = ReturnType<typeof chance>;
