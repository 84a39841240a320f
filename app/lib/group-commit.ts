type Options = {
  /** Groups being stored at once. */
  atOnce: number;
  /** Items of one group. */
  atMost: number;
};

type Waiting<T> = { item: T; done: () => void; failed: (error: unknown) => void };

/**
 * Stores items in groups: items that arrive while groups are being stored form the next one. An item that comes alone
 * is stored at once. The promise of an item settles when its group does: all of a group are stored, or all fail.
 */
export function createGroupCommit<T>(
  store: (items: readonly T[]) => Promise<void>,
  { atOnce, atMost }: Options,
): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let underWay = 0;

  const settle = async (group: Waiting<T>[]): Promise<void> => {
    try {
      await store(group.map(({ item }) => item));
      for (const { done } of group) done();
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
      next();
    });
}
