/** The states of a dispatch: `draft → sending ⇄ paused → sent`, or `cancelled` on the way. */
export const dispatchStates = ["draft", "sending", "paused", "sent", "cancelled"] as const;
export type DispatchState = (typeof dispatchStates)[number];

/**
 * Stage of a dispatch on its page: a draft can be submitted, or approved and about to begin. `filed`: it has
 * ended, and all its emails were saved to files, none was sent.
 */
export type DispatchStage = DispatchState | "submitted" | "approved" | "filed";

/** The campaign's letter with an annex of letters and names, or individual letters, one an email. */
export const dispatchKinds = ["consolidated", "individual"] as const;
export type DispatchKind = (typeof dispatchKinds)[number];

/** Why it was drafted. */
export type DispatchCause = "weekly" | "milestone" | "organizer";

/**
 * Why a dispatch is paused: an organizer paused it; emails to the recipient bounced; the recipient is
 * unverified, differs from the approved one, is retired or suppressed; the approver lost the right before it
 * began; something in every email differs from what was approved; the provider refuses our account; its quota
 * is used up; something every email must include is not set; an email is larger than its server accepts; an
 * archive was restored that does not know what was sent.
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

/** Characters of a subject and of a body. */
export const maxDispatchSubjectLength = 150;
export const maxDispatchBodyLength = 10_000;

/** Placeholders for counts in a subject or body, filled in when the email is made. */
export const placeholders = ["letters", "names", "signatures", "holders"] as const;

/** Individual letters in one dispatch: what a recipient gets in ten days of 20. */
export const maxIndividualLetters = 200;

export const maxAnnexNames = 50_000;

/**
 * Figures for `{letters}`, `{names}`, `{signatures}` and `{holders}` in a subject or body. `holders`: null
 * while fewer than five are published.
 */
export type DispatchFigures = { letters: number; names: number; signatures: number; holders: number | null };

/** What an organizer writes and another approves, together with the letters and names. */
export type DispatchContent = {
  recipientPublicId: string;
  subject: string;
  /** Plain text; an empty line separates paragraphs. */
  body: string;
  /** For a consolidated one: include the names of signers who agreed. */
  withNames: boolean;
};
