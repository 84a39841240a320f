import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { LetterPublication, LetterRole, LetterState, SelfSentWay } from "./letter.ts";

export type WriterLetter = {
  publicId: string;
  supporterId: number;
  supporterPublicId: string;
  campaignId: number;
  companyId: number;
  campaign: string;
  title: string;
  company: string;
  state: LetterState;
  locale: Locale;
  role: LetterRole | null;
  /** The recipient chosen by its writer, if there are several. */
  recipientId: number | null;
  /** The name of the recipient it went to, or that its writer chose and is still open; null: the default. */
  recipient: string | null;
  body: string;
  /** A decimal string; null if it states none. */
  shares: string | null;
  /** True if the number of shares is stored but cannot be decrypted. */
  unreadable: boolean;
  name: string;
  country: string;
  /** The exact text for the company, with the current name and country. */
  text: string;
  /** True if another text was handed over: the name or country was corrected since. */
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
  /** SHA-256 in hex of the exact text that was handed over. */
  sentSha256: string | null;
  handedOverAt: Date | null;
  selfSentAt: Date | null;
  selfSentWay: SelfSentWay | null;
  createdAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
};

/** A letter without decrypted parts: whether it states shares, not how many. */
export type MailedLetter = Omit<WriterLetter, "shares" | "text" | "correctedSince" | "unreadable"> & {
  tellsShares: boolean;
};

/** A letter with its history, as on its writer's page. */
export type TrackedLetter = WriterLetter & {
  events: { at: Date; event: string; problem: string | null }[];
  replies: { receivedOn: string; fromWhom: string; text: string }[];
};
