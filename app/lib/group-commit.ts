type Options<T> = {
  /** Groups being stored at once. */
  atOnce: number;
  /** Items of one group. */
  atMost: number;
  /** Waits for the rest of this turn of the event loop: worth it if many items arrive at once. */
  gathers?: boolean;
  /** Milliseconds for a group, its wait for a connection included. */
  within?: number;
  /** What may wait for a group, in items, or as `weigh` counts them. */
  room?: number;
  weigh?: (item: T) => number;
};

type Waiting<T, R> = { item: T; done: (result: R) => void; failed: (error: unknown) => void };

/** A group that was not stored in time, perhaps stored later, or an item that found no room to wait. */
class GroupError extends Error {
  readonly code: "GROUP_LATE" | "GROUP_FULL";

  constructor(code: "GROUP_LATE" | "GROUP_FULL") {
    super(
      code === "GROUP_LATE" ? "the database did not store a group in time" : "too many wait to be stored",
    );
    this.code = code;
  }
}

/**
 * Stores items in groups: items that arrive while groups are being stored form the next one. A single item is
 * stored at once. An item's promise settles with its group: all of a group are stored, or all fail. `store`
 * may return a result for each item, in their order. `late` aborts once the group has failed for being late:
 * the next one begins then, so `store` must give up what it uses.
 */
export function createGroupCommit<T, R = undefined>(
  store: (items: readonly T[], late: AbortSignal) => Promise<R[]>,
  { atOnce, atMost, gathers = false, within = 10_000, room = 5000, weigh = () => 1 }: Options<T>,
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let weight = 0;
  let underWay = 0;

  const settle = async (group: Waiting<T, R>[]): Promise<void> => {
    const late = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new GroupError("GROUP_LATE"));
        late.abort();
      }, within);
    });
    try {
      const stored = store(
        group.map(({ item }) => item),
        late.signal,
      );
      const results = await Promise.race([stored, deadline]);
      for (const [n, { done }] of group.entries()) done(results[n] as R);
    } catch (error) {
      for (const { failed } of group) failed(error);
    } finally {
      clearTimeout(timer);
    }
  };
  const next = () => {
    if (underWay >= atOnce || waiting.length === 0) return;
    underWay++;
    const group = waiting.splice(0, atMost);
    for (const { item } of group) weight -= weigh(item);
    settle(group).finally(() => {
      underWay--;
      next();
    });
  };

  return (item) =>
    new Promise((done, failed) => {
      const more = weigh(item);
      if (waiting.length > 0 && weight + more > room) return failed(new GroupError("GROUP_FULL"));
      weight += more;
      waiting.push({ item, done, failed });
      if (!gathers) next();
      else if (waiting.length === 1) setImmediate(next);
    });
}

type Connection = { release(): void; destroy(): void };
/** A pool of connections, as `Db` has one. */
type Pool<C> = { $client: { reserve(): Promise<C> } };

/**
 * Stores items in groups, separately for each pool, whose groups live as long. Each group has a connection of
 * its own. One that is late gives it up: its server may never answer.
 */
export function createGroupCommitOf<C extends Connection, T, R = undefined, K extends Pool<C> = Pool<C>>(
  store: (sql: C, items: readonly T[], pool: K) => Promise<R[]>,
  options: Options<T>,
): (pool: K, item: T) => Promise<R> {
  const groups = new WeakMap<K, (item: T) => Promise<R>>();
  return (pool, item) => {
    let add = groups.get(pool);
    if (!add) {
      add = createGroupCommit(async (items, late) => {
        const sql = await pool.$client.reserve();
        const giveUp = () => sql.destroy();
        late.addEventListener("abort", giveUp);
        try {
          return late.aborted ? [] : await store(sql, items, pool);
        } finally {
          late.removeEventListener("abort", giveUp);
          sql.release();
        }
      }, options);
      groups.set(pool, add);
    }
    return add(item);
  };
}
