/** Keys that a tally remembers, so that ever new keys do not fill the memory. */
const keysAtMost = 100_000;

/** Counts by key, in windows of `lasts` ms that begin with the first count of a key. Times are in ms. */
export function createTally(lasts: number) {
  // A map iterates in insertion order, which is the order in which windows begin and end.
  const windows = new Map<string, { count: number; until: number }>();

  return {
    /** Adds one and returns the count in the key's window. Above the limit a new key replaces the oldest. */
    add(key: string, now: number): Readonly<{ count: number; until: number }> {
      let window = windows.get(key);
      if (!window || now >= window.until) {
        window = { count: 0, until: now + lasts };
        windows.delete(key);
        windows.set(key, window);
        const [oldest] = windows.size > keysAtMost ? windows.keys() : [];
        if (oldest !== undefined) windows.delete(oldest);
      }
      window.count++;
      return window;
    },
    forgetEnded(now: number) {
      for (const [key, { until }] of windows) {
        if (now < until) return;
        windows.delete(key);
      }
    },
    get size() {
      return windows.size;
    },
  };
}
