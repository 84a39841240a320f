type Options = {
  /** Groups being stored at once. */
  atOnce: number;
  /** Items of one group. */
  atMost: number;
  /** True for an error after which nothing of the group is stored. */
  nothingStored: (error: unknown) => boolean;
};

type Waiting<T> = { item: T; done: () => void; failed: (error: unknown) => void };

/**
 * Stores items in groups: items that arrive while groups are being stored form the next one. An item that comes alone
 * is stored at once. The promise of an item settles when its group does. When a group is refused each of its items is
 * tried alone, so that a bad one fails no other.
 */
export function createGroupCommit<T>(
  store: (items: readonly T[]) => Promise<void>,
  { atOnce, atMost, nothingStored }: Options,
): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let underWay = 0;

  const settle = async (group: Waiting<T>[]): Promise<void> => {
    try {
      await store(group.map(({ item }) => item));
      for (const { done } of group) done();
    } catch (error) {
      if (group.length > 1 && nothingStored(error)) for (const one of group) await settle([one]);
      else for (const { failed } of group) failed(error);
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
