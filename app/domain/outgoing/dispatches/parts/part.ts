/** Seconds of a worker's lease on an email: longer than writing and sending one of 2,500 letters. */
export const partLeaseSeconds = 900;

/** Seconds until one call is given up: a mail of 11 MB on a slow line. */
export const partTryAtMostSeconds = 120;

/** A mail to the company that this worker alone may hand over until its lease ends. */
export type ClaimedPart = {
  /** `outbox.id`, and its public id. */
  id: number;
  publicId: string;
  partId: number;
  dispatchId: number;
  recipientId: number;
  attempts: number;
  /** An earlier try may have been taken: only the same bytes go again. */
  isRepeat: boolean;
};
