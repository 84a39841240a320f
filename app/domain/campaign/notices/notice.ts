/**
 * Whether earlier signers are notified of a new petition. `waiting`: for an approval. `held`: the email would
 * no longer say what was approved.
 */
export type NoticeState = "waiting" | "sending" | "held" | "sent" | "cancelled";

/** What somebody who was told may do with their signature. */
export const noticeChoices = ["keep", "move", "withdraw"] as const;
export type NoticeChoice = (typeof noticeChoices)[number];
export const noticeAnswers = ["kept", "moved", "withdrawn"] as const;
export type NoticeAnswer = (typeof noticeAnswers)[number];

/** Days for which the link in the mail works. */
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
