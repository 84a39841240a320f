/** Whether earlier signers are told of a new petition. `waiting`: nobody else has approved it yet. */
export type NoticeState = "waiting" | "sending" | "sent" | "cancelled";

/** What somebody who was told may do with their signature. */
export const noticeDeeds = ["keep", "move", "withdraw"] as const;
export type NoticeDeed = (typeof noticeDeeds)[number];
export type NoticeAnswer = "kept" | "moved" | "withdrawn";

/** Days for which the link in the mail works. */
export const noticeLinkDays = 180;

type Times = { approvedAt: Date | null; cancelledAt: Date | null; queuedAt: Date | null };

/** `left`: mails that wait or are under way. */
export function noticeStateOf({ approvedAt, cancelledAt, queuedAt }: Times, left: number): NoticeState {
  if (cancelledAt) return "cancelled";
  if (!approvedAt) return "waiting";
  return queuedAt && left === 0 ? "sent" : "sending";
}
