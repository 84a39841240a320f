/**
 * State of a notice to earlier signers. `waiting`: for approval. `held`: the email would differ from what was
 * approved.
 */
export type NoticeState = "waiting" | "sending" | "held" | "sent" | "cancelled";

/** What a notified signer may do with their signature. */
export const noticeChoices = ["keep", "move", "withdraw"] as const;
export type NoticeChoice = (typeof noticeChoices)[number];
export const noticeAnswers = ["kept", "moved", "withdrawn"] as const;
export type NoticeAnswer = (typeof noticeAnswers)[number];

/** Days that the link in the email works. */
export const noticeLinkDays = 180;

type Times = Record<"approvedAt" | "cancelledAt" | "queuedAt" | "pausedAt", Date | null>;

/** Takes `left`, emails queued or under way. */
export function noticeStateOf(
  { approvedAt, cancelledAt, queuedAt, pausedAt }: Times,
  left: number,
): NoticeState {
  if (cancelledAt) return "cancelled";
  if (!approvedAt) return "waiting";
  if (pausedAt) return "held";
  return queuedAt && left === 0 ? "sent" : "sending";
}
