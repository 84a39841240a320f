import { setTimeout as wait } from "node:timers/promises";

/**
 * Spaces calls so that a provider's limit is kept: `perSecond` at first, then what its answers announce.
 * One process's share: a second worker has its own.
 */
export function createPace(perSecond: number) {
  let rate = perSecond;
  let next = 0;

  return {
    /** Waits for the next free moment. */
    async turn(signal: AbortSignal): Promise<void> {
      const now = Date.now();
      const mine = Math.max(now, next);
      next = mine + 1000 / rate;
      if (mine > now) await wait(mine - now, undefined, { signal });
    },
    /** Learns from an answer: `ratelimit-limit` calls a second (the window is one second). */
    announce(limit: number) {
      if (limit >= 1) rate = limit;
    },
    /** Nothing before this many seconds are over. */
    hold(seconds: number) {
      next = Math.max(next, Date.now() + seconds * 1000);
    },
  };
}
