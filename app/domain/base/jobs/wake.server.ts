/**
 * Turns many calls into few: the first call sends at once, calls within the next `everyMs` become one more.
 * The returned function never waits and never throws; errors of `send` go to `failed`. It is a hint: a worker
 * that misses it finds its work soon after.
 */
export function createWake(
  send: () => Promise<unknown>,
  failed: (error: unknown) => void,
  everyMs = 200,
): () => void {
  let quiet: NodeJS.Timeout | null = null;
  let again = false;

  const wake = () => {
    if (quiet) {
      again = true;
      return;
    }
    quiet = setTimeout(() => {
      quiet = null;
      if (!again) return;
      again = false;
      wake();
    }, everyMs);
    quiet.unref();
    send().catch(failed);
  };
  return wake;
}
