/**
 * Runs `work` never twice at once: a call during a run makes one more run after it, and any number of calls
 * during a run make the same one. Resolves when the run that covers the call is over.
 */
export function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const run = (): Promise<void> => {
    current = (async () => {
      try {
        await work();
      } finally {
        current = null;
      }
    })();
    return current;
  };
  return () => {
    if (!current) return run();
    next ??= current
      .catch(() => {})
      .then(() => {
        next = null;
        return run();
      });
    return next;
  };
}
