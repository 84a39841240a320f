type Lane = "own" | "bulk";

type Waiting = { go: () => void; lane: Lane };

/** One call: its moment, and how many calls this process made in the second before, itself included. */
export type Call = { at: number; inASecond: number };

/** Calls use this part of the announced limit, so that a provider's faster clock counts no more. */
const share = 0.95;
/** Milliseconds for as many calls as the limit allows: a second, and what a network may compress. */
const window = 1050;
/** Milliseconds of lost time that are made up for at most. */
const catchUp = 50;
/** Calls of the lane `own` in a row while one of `bulk` waits. */
const ownInARow = 4;
/** Milliseconds a call may wait at the wire; a longer wait is the caller's to spend. */
const wireWaitAtMost = 1500;
/** Milliseconds in which calls are counted as ours in a provider's second. */
const second = 1100;
/** Seconds for which a used-up window is waited for at most: it is one second long. */
const resetAtMost = 60;

/**
 * Keeps a provider's limit for all calls of this process: `perSecond` at first, then what its answers
 * announce. It is kept twice. `turn` spreads calls evenly and says who is next: `own` goes first, but after
 * four of them in a row a waiting `bulk` call has one turn, so that neither keeps the other out. `enter` is
 * asked when the request is about to be written: however long that takes, no second sees more calls
 * than the limit.
 */
export function createPace(perSecond: number) {
  let limit = perSecond;
  /** When the next turn is due, and before when no call is made at all. */
  let due = 0;
  let pausedUntil = 0;
  let ownSinceBulk = 0;
  let timer: NodeJS.Timeout | undefined;
  const waiting: Record<Lane, Waiting[]> = { own: [], bulk: [] };
  /** Calls of the last second and those about to be made, by their moments. */
  let calls: Call[] = [];

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
      take(now);
      next()?.go();
      now = performance.now();
    }
  };

  /** Nothing before this many seconds are over. */
  const hold = (seconds: number) => {
    pausedUntil = Math.max(pausedUntil, performance.now() + seconds * 1000);
  };

  return {
    /** Waits for a turn. Rejects when `signal` aborts, and then takes none. */
    turn(lane: Lane, signal: AbortSignal): Promise<void> {
      if (signal.aborted) return Promise.reject(signal.reason);
      const now = performance.now();
      if (waiting.own.length + waiting.bulk.length === 0 && Math.max(due, pausedUntil) <= now) {
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
     * Called when a request is about to be made, after its turn. Waits for the moment that may be missing and
     * counts the call. `after` instead of a call: it is not to be made before so many seconds are over.
     */
    async enter(): Promise<{ call: Call } | { after: number }> {
      const now = performance.now();
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

    /** Learns from the headers of an answer, whose window is one second. */
    learn(call: Call, headers: Record<string, string> | null) {
      const announced = readNumber(headers?.["ratelimit-limit"]);
      if (announced !== null && announced >= 1 && announced !== limit) {
        limit = announced;
        due = Math.min(due, performance.now() + 1000 / (limit * share));
        serve();
      }
      // Nothing left, and not all of it was ours: somebody else uses the account too.
      const reset = readNumber(headers?.["ratelimit-reset"]);
      const nothingLeft = readNumber(headers?.["ratelimit-remaining"]) === 0;
      if (nothingLeft && reset !== null && call.inASecond < Math.floor(limit)) {
        hold(Math.min(reset, resetAtMost));
      }
    },

    hold,
  };
}

const readNumber = (header: string | undefined) => {
  const digits = /^\s*(\d{1,9})(?!\d)/.exec(header ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
};
