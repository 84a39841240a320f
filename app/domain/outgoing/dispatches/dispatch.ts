/** The life of a dispatch: `draft → sending ⇄ paused → sent`, or `cancelled` on the way. */
export const dispatchStates = ["draft", "sending", "paused", "sent", "cancelled"] as const;
export type DispatchState = (typeof dispatchStates)[number];

/** Stage of a dispatch on its page: a draft can be submitted, or approved and about to begin. */
export type DispatchStage = DispatchState | "submitted" | "approved";

/** The campaign's letter with an annex of letters and names, or individual letters, one an email. */
export const dispatchKinds = ["consolidated", "individual"] as const;
export type DispatchKind = (typeof dispatchKinds)[number];

/** Why it was drafted. */
export type DispatchCause = "weekly" | "milestone" | "organizer";

/**
 * Why a dispatch is paused: an organizer stopped it; mails to the office came back; nobody has verified the
 * office, it is another than was approved, is retired, or gets no mail of ours; who approved it lost the
 * right before it began; something that every mail says is other than was approved; the provider refuses our
 * account; its quota is used up; something that every mail must carry is not set; a mail is larger than its
 * server takes; an archive was loaded that does not know what went out.
 */
export const pauseReasons = [
  "organizer",
  "bounces",
  "recipient",
  "approver",
  "differs",
  "provider",
  "quota",
  "not-ready",
  "too-large",
  "restored",
] as const;
export type DispatchPauseReason = (typeof pauseReasons)[number];

/** Characters of a subject and of a body at most. */
export const dispatchSubjectAtMost = 150;
export const dispatchBodyAtMost = 10_000;

/** Placeholders of counts in a subject or a body, until the mail is made. */
export const placeholders = ["letters", "names", "signatures", "holders"] as const;

/** Letters on their own in one dispatch at most: what one office is sent in ten days of 20. */
export const individualAtMost = 200;

/** Names in one dispatch at most. */
export const namesAtMost = 50_000;

/**
 * Figures for `{letters}`, `{names}`, `{signatures}` and `{holders}` in a subject or body. `holders`: null
 * while fewer than five are published.
 */
export type DispatchFigures = { letters: number; names: number; signatures: number; holders: number | null };

/** What an organizer decides about a dispatch, and another approves together with what goes along. */
export type DispatchContent = {
  recipientPublicId: string;
  subject: string;
  /** Plain text; an empty line parts paragraphs. */
  body: string;
  /** Of a consolidated one: the names of signers who agreed to it go along. */
  withNames: boolean;
};
