/** Mails in one batch at most: the provider's limit for one call. */
export const batchSize = 100;

/** Seconds for which a worker has a batch to itself: longer than any try can take. */
export const batchLeaseSeconds = 180;

/** Seconds until a try whose outcome is not known is repeated with the same key and bytes; the last one repeats. */
const repeatSeconds = [1, 5, 15, 60, 300, 900] as const;

/** Seconds until the next repeat after so many tries. */
export const repeatAfter = (attempts: number) =>
  repeatSeconds[Math.min(attempts, repeatSeconds.length) - 1] ?? repeatSeconds[0];
