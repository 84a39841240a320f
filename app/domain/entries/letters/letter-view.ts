import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { LetterPublication, LetterRole, LetterState, SelfSentWay } from "./letter.ts";

export type WriterLetter = {
  publicId: string;
  supporterId: number;
  supporterPublicId: string;
  campaignId: number;
  companyId: number;
  /** Slug and title of the campaign. */
  campaign: string;
  title: string;
  company: string;
  state: LetterState;
  locale: Locale;
  role: LetterRole | null;
  /** Whom its writer chose of several. */
  recipientId: number | null;
  /** The name of the one it went to, or that its writer chose and is still open; null: the default. */
  recipient: string | null;
  body: string;
  /** A decimal string; null where it tells none. */
  shares: string | null;
  /** True where the number of shares is stored and cannot be decrypted. */
  unreadable: boolean;
  name: string;
  country: string;
  /** The exact text that is handed over, by the name and country of today. */
  text: string;
  /** True where another text was handed over: the name or the country was corrected since. */
  correctedSince: boolean;
  agreed: string[];
  replyTo: boolean;
  display: SignatureDisplay;
  publication: LetterPublication;
  heldReason: string | null;
  moderatedAt: Date | null;
  moderationReason: string | null;
  dispatch: { number: number; kind: "consolidated" | "individual" } | null;
  dispatchId: number | null;
  /** Of the exact text that was handed over, in hexadecimal digits. */
  sentSha256: string | null;
  handedOverAt: Date | null;
  selfSentAt: Date | null;
  selfSentWay: SelfSentWay | null;
  createdAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
};

/** A letter with nothing opened in it: whether it tells shares, not how many. */
export type MailedLetter = Omit<WriterLetter, "shares" | "text" | "correctedSince" | "unreadable"> & {
  tellsShares: boolean;
};

/** A letter with what happened to it, as the page of its writer shows it. */
export type TrackedLetter = WriterLetter & {
  events: { at: Date; event: string; problem: string | null }[];
  replies: { receivedOn: string; fromWhom: string; text: string }[];
};
