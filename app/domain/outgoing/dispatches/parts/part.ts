/** Seconds of a worker's lease on an email: longer than writing and sending one of 2,500 letters. */
export const partLeaseSeconds = 900;

/** Seconds until a call times out: enough for an email of 11 MB on a slow line. */
export const partTryAtMostSeconds = 120;

/** An email to the company that only this worker may send until its lease ends. */
export type ClaimedPart = {
  /** `outbox.id`, and its public id. */
  id: number;
  publicId: string;
  partId: number;
  dispatchId: number;
  recipientId: number;
  attempts: number;
  /** An earlier try may have been accepted: only the same bytes may be sent again. */
  isRepeat: boolean;
};
