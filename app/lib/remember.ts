/**
 * Caches a look-up that thousands ask at once: its result is kept for a second, so a change shows a second
 * later. During an outage of the database, the last value is returned. Keys without a value are not kept.
 */
export function remember<K, T>(find: (key: K) => Promise<T | null>): (key: K) => Promise<T | null> {
  const known = new Map<K, { at: number; found: Promise<T | null> }>();

  return (key) => {
    const entry = known.get(key);
    if (entry && performance.now() - entry.at < rememberedFor) return entry.found;

    const found = find(key).catch((error) => {
      if (entry) return entry.found;
      throw error;
    });
    known.set(key, { at: performance.now(), found });
    found.then(
      (one) => one ?? known.delete(key),
      () => known.delete(key),
    );
    return found;
  };
}

const rememberedFor = 1000;
