type Options = {
  /** Groups being stored at once. */
  atOnce: number;
  /** Items of one group. */
  atMost: number;
  /** Collects the rest of this turn of the event loop: worth it where many items come at once. */
  gathers?: boolean;
};

type Waiting<T, R> = { item: T; done: (result: R) => void; failed: (error: unknown) => void };

/**
 * Stores items in groups: items that arrive while groups are being stored form the next one. An item that
 * comes alone is stored at once. The promise of an item settles when its group does: all of a group are
 * stored, or all fail. `store` may return a result for each item, in their order.
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
 * Stores items of one key in groups, those of each key apart: a key is a pool of connections, and its groups
 * are kept as long as it is.
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
