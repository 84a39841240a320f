import type { DispatchKind } from "#app/domain/outgoing/dispatches/dispatch.ts";

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

const day = 86_400;

/**
 * Spreads emails over seconds after the start: `perDay` of them over 24 hours, each at a moment of its own
 * within its share of the day, so that they come neither at once nor by the clock. `chance` gives numbers
 * from 0 up to 1.
 */
export function planDelays(
  mails: number,
  { perDay, chance }: { perDay: number; chance: () => number },
): number[] {
  const share = day / perDay;
  return Array.from({ length: mails }, (_, place) => {
    const jitter = place === 0 ? 0 : chance();
    return (place + jitter) * share;
  });
}

/** Possible attachments of an email to the company, in this order. */
export type PartFile = "cover.pdf" | "letters.pdf" | "letters.csv" | "names.pdf" | "names.csv" | "letter.txt";

/** Lists an email's files, by its letters and names. */
export function partFiles(
  kind: DispatchKind,
  { letters, names }: { letters: number; names: number },
): PartFile[] {
  if (kind === "individual") return ["letter.txt"];
  return [
    "cover.pdf",
    ...(letters > 0 ? (["letters.pdf", "letters.csv"] as const) : []),
    ...(names > 0 ? (["names.pdf", "names.csv"] as const) : []),
  ];
}
