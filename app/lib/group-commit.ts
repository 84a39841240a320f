type Options = {
  /** Groups being stored at once. */
  atOnce: number;
  /** Items of one group. */
  atMost: number;
  /** Waits for the rest of this turn of the event loop: worth it if many items arrive at once. */
  gathers?: boolean;
};

type Waiting<T, R> = { item: T; done: (result: R) => void; failed: (error: unknown) => void };

/**
 * Stores items in groups: items that arrive while groups are being stored form the next one. A single item is
 * stored at once. An item's promise settles with its group: all of a group are stored, or all fail. `store`
 * may return a result for each item, in their order.
 */
export function createGroupCommit<T, R = undefined>(
  store: (items: readonly T[]) => Promise<R[]>,
  { atOnce, atMost, gathers = false }: Options,
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let underWay = 0;

  const settle = async (group: Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await store(group.map(({ item }) => item));
      for (const [n, { done }] of group.entries()) done(results[n] as R);
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  };
  const next = () => {
    if (underWay >= atOnce || waiting.length === 0) return;
    underWay++;
    settle(waiting.splice(0, atMost)).finally(() => {
      underWay--;
      next();
    });
  };

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!gathers) next();
      else if (waiting.length === 1) setImmediate(next);
    });
}

/**
 * Stores items in groups, separately for each key: a key is a pool of connections, and its groups live as
 * long.
 */
export function createGroupCommitOf<K extends object, T, R = undefined>(
  store: (key: K, items: readonly T[]) => Promise<R[]>,
  options: Options,
): (key: K, item: T) => Promise<R> {
  const groups = new WeakMap<K, (item: T) => Promise<R>>();
  return (key, item) => {
    let add = groups.get(key);
    if (!add) {
      add = createGroupCommit((items) => store(key, items), options);
      groups.set(key, add);
    }
    return add(item);
  };
}
