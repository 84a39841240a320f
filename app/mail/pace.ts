import type { SharedPace } from "./shared-pace.server.ts";
import type { Lane } from "./transport.ts";

type Waiting = { go: () => void; lane: Lane };

/** One call: its time, and how many calls this process made in the second before it, including itself. */
export type Call = { at: number; inASecond: number };

/** Share of the announced limit that is used, so that a provider whose clock is faster counts no more. */
const share = 0.95;
/** Milliseconds for as many calls as the limit allows: a second, plus how much a network may compress it. */
const window = 1050;
/** Milliseconds of delay that are made up for, at most. */
const catchUp = 50;
/** Calls of the lane `own` in a row while one of `bulk` waits. */
const ownInARow = 4;
/** Milliseconds that a call may wait before it is written; longer waits are the caller's decision. */
const wireWaitAtMost = 1500;
/** Milliseconds of our calls that may fall into one second of the provider. */
const second = 1100;
/** Seconds to wait for the limit's reset, at most: its window is one second long. */
const resetAtMost = 60;
/** Milliseconds until the shared pace is asked again, when the database did not answer. */
const askAgain = 1000;

/**
 * Keeps a provider's rate limit for all calls of this process: `perSecond` at first, then what its answers
 * announce. It is enforced twice. `turn` spreads calls evenly and decides who is next: `own` goes first, but
 * after four of them in a row a waiting `bulk` call has one turn, so that neither blocks the other. `enter`
 * is called when the request is about to be written: however long that takes, no second has more calls than
 * the limit. With `shared`, other processes use the same account: the next one has its turn when a slot of
 * the account is near, and enters when it has taken one.
 */
export function createPace(perSecond: number, shared?: SharedPace) {
  let limit = perSecond;
  /** When the next turn is due, and before when no call is allowed. */
  let due = 0;
  let pausedUntil = 0;
  let ownSinceBulk = 0;
  let timer: NodeJS.Timeout | undefined;
  const waiting: Record<Lane, Waiting[]> = { own: [], bulk: [] };
  /** Times of the last second's calls and of those about to be made. */
  let calls: Call[] = [];
  /** True if no other process is to be asked before the next turn. */
  let near = !shared;
  let asking = false;

  const take = (now: number) => {
    const spacing = 1000 / (limit * share);
    due = Math.max(due, now - Math.max(spacing, catchUp)) + spacing;
  };

  const next = (): Waiting | undefined => {
    const { own, bulk } = waiting;
    const bulkFirst = bulk.length > 0 && (own.length === 0 || ownSinceBulk >= ownInARow);
    const one = bulkFirst ? bulk.shift() : own.shift();
    ownSinceBulk = one?.lane === "own" && bulk.length > 0 ? ownSinceBulk + 1 : 0;
    return one;
  };

  const serve = () => {
    clearTimeout(timer);
    timer = undefined;
    let now = performance.now();
    while (waiting.own.length + waiting.bulk.length > 0) {
      const free = Math.max(due, pausedUntil);
      if (free > now) {
        timer = setTimeout(serve, Math.ceil(free - now));
        return;
      }
      if (!near) {
        ask();
        return;
      }
      take(now);
      near = !shared;
      next()?.go();
      now = performance.now();
    }
  };

  const ask = async () => {
    if (asking || !shared) return;
    asking = true;
    const wait = await shared.untilNear().catch(() => null);
    asking = false;
    if (wait === null) {
      timer = setTimeout(serve, askAgain);
      return;
    }
    // Who has waited does not ask again: a process closer to the database would always be first.
    const go = () => {
      near = true;
      serve();
    };
    if (wait <= 0) go();
    else timer = setTimeout(go, Math.ceil(wait));
  };

  const hold = (seconds: number) => {
    pausedUntil = Math.max(pausedUntil, performance.now() + seconds * 1000);
  };

  return {
    /** Waits for a turn. Rejects when `signal` aborts, without taking one. */
    turn(lane: Lane, signal: AbortSignal): Promise<void> {
      if (signal.aborted) return Promise.reject(signal.reason);
      const now = performance.now();
      const free = Math.max(due, pausedUntil) <= now;
      if (!shared && waiting.own.length + waiting.bulk.length === 0 && free) {
        take(now);
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting[lane] = waiting[lane].filter((other) => other !== mine);
          reject(signal.reason);
        };
        const mine: Waiting = {
          lane,
          go: () => {
            signal.removeEventListener("abort", leave);
            resolve();
          },
        };
        signal.addEventListener("abort", leave, { once: true });
        waiting[lane].push(mine);
        serve();
      });
    },

    /**
     * Waits, after a turn, until the request may be written, and counts the call. `after`: no call must be
     * made for so many seconds.
     */
    async enter(signal: AbortSignal): Promise<{ call: Call } | { after: number }> {
      const now = performance.now();
      if (shared) {
        const refused = await shared.enter(signal).catch(() => ({ after: 1 }));
        return refused ?? { call: { at: performance.now(), inASecond: Number.POSITIVE_INFINITY } };
      }
      calls = calls.filter(({ at }) => at > now - second);
      const full = calls[calls.length - Math.max(1, Math.floor(limit))]?.at ?? Number.NEGATIVE_INFINITY;
      const at = Math.max(now, pausedUntil, full + window);
      if (at - now > wireWaitAtMost) return { after: Math.ceil((at - now) / 1000) };
      const call = { at, inASecond: 1 };
      calls.push(call);
      for (let left = at - now; left > 0; left = at - performance.now()) {
        await new Promise((done) => setTimeout(done, Math.ceil(left)));
      }
      call.at = Math.max(at, performance.now());
      call.inASecond = calls.filter((other) => other.at > call.at - second && other.at <= call.at).length;
      return { call };
    },

    /** Reads the limit from an answer's headers; its window is one second. */
    learn(call: Call, headers: Record<string, string> | null) {
      const announced = readNumber(headers?.["ratelimit-limit"]);
      if (announced !== null && announced >= 1) shared?.learn(announced).catch(() => {});
      if (announced !== null && announced >= 1 && announced !== limit) {
        limit = announced;
        due = Math.min(due, performance.now() + 1000 / (limit * share));
        serve();
      }
      // The limit is used up, and not by us alone: somebody else uses the account too.
      const reset = readNumber(headers?.["ratelimit-reset"]);
      const nothingLeft = readNumber(headers?.["ratelimit-remaining"]) === 0;
      if (nothingLeft && reset !== null && call.inASecond < Math.floor(limit)) {
        hold(Math.min(reset, resetAtMost));
      }
    },

    /** Allows no call for this many seconds: one was refused for haste. */
    async refused(seconds: number): Promise<void> {
      hold(seconds);
      await shared?.refused(seconds).catch(() => {});
    },
  };
}

const readNumber = (header: string | undefined) => {
  const digits = /^\s*(\d{1,9})(?!\d)/.exec(header ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Reads the seconds of `retry-after`, either a number or a date (RFC 9110, 10.2.3): an hour at most. */
export function readRetryAfter(header: string | null | undefined): number {
  const number = Number(header ?? Number.NaN);
  const given = Number.isFinite(number) ? number : (Date.parse(header ?? "") - Date.now()) / 1000;
  return Number.isFinite(given) ? Math.min(Math.max(Math.ceil(given), 1), 3600) : 1;
}
