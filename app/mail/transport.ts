import type { MailVia } from "#app/lib/env.server.ts";

/**
 * The words of an email: whole, or in pieces. Every second piece is its reader's own, the others are the same
 * in all emails of a kind.
 */
type Words = string | readonly string[];

export const wholeOf = (words: Words): string => (typeof words === "string" ? words : words.join(""));

/** An attachment: text, written in UTF-8, or bytes. */
export type Attachment = { filename: string; contentType: string; content: string | Buffer };

/** One email to one person, rendered and addressed. */
export type Message = {
  /** The email's public id: the provider's tag, the file's name, part of the Message-ID. */
  emailId: string;
  /** The sender as in MAIL_FROM: `Name <address>`. */
  from: string;
  /** One plain address; never a list, never with a name. */
  to: string;
  replyTo: string | null;
  subject: string;
  html: Words;
  text: Words;
  /** For an email to a list: where one request unsubscribes its reader (RFC 8058). */
  unsubscribeUrl?: string;
  /** Only for an email sent alone: a call with many emails has none. */
  attachments?: readonly Attachment[];
  /** For an email that must leave no trace of its recipient here: its file omits the address. */
  withholdRecipient?: boolean;
};

/** `own`: somebody waits for this email, so it is sent before all that is `bulk`. */
export type Lane = "own" | "bulk";

type SendOptions = {
  /** The same key with the same message is the same email, if the transport supports that. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** The lane to wait in for a turn; null after `batches.turn`. */
  lane: Lane | null;
};

/** How one try ended. `problem` is a short code (`[a-z0-9_-]`), never the provider's words. */
export type SendOutcome =
  | { outcome: "accepted"; providerId: string | null }
  /** `permanent`: it would be refused again. `deadAddress`: there is no such mailbox, a hard bounce. */
  | { outcome: "refused"; permanent: boolean; problem: string; deadAddress?: true }
  /**
   * Not accepted, but not because of this email: a rate limit, our configuration, no connection. `after` is
   * in seconds. `cause` is what a person must resolve first: a used-up quota, or a refused account.
   */
  | { outcome: "retry-later"; after?: number; problem: string; cause?: "quota" | "account" }
  /** May or may not have been accepted. `repeatable`: the same call again cannot make a second email. */
  | { outcome: "unknown"; repeatable: boolean; problem: string };

/** Many emails in one call, fixed before it is made: the same emails in the same order are the same bytes. */
export type FrozenBatch = { body: Buffer; sha256: Buffer; size: number };

/** How one call with many emails ended. All are accepted, or none. */
export type BatchOutcome =
  /** Provider ids in the order of the emails. */
  | { outcome: "accepted"; providerIds: readonly (string | null)[] }
  /** None was accepted, because of at least one of them. */
  | { outcome: "refused"; problem: string }
  | Extract<SendOutcome, { outcome: "retry-later" | "unknown" }>;

/** Sends many emails in one call. */
type Batches = {
  /** Emails per call at most. */
  atMost: number;
  /**
   * Waits until the next call may be made. Called before emails are claimed, so that none is claimed and then
   * waits. `send` waits for the rest of a second at most, if emails were written faster than those before
   * them. Rejects when `signal` aborts.
   */
  turn(lane: Lane, signal: AbortSignal): Promise<void>;
  freeze(messages: readonly Message[]): FrozenBatch;
  send(batch: FrozenBatch, options: Omit<SendOptions, "lane">): Promise<BatchOutcome>;
};

/** The emails stored as files in MAIL_DIR, with any transport. */
export type MailFiles = {
  /** Ids of all emails that have a file. */
  list(): Promise<string[]>;
  /** Removes the files of these emails; a missing file is no error. */
  remove(emailIds: readonly string[]): Promise<void>;
};

/** Sends emails. `send` never throws for failures of a network or a provider. */
export type Transport = {
  name: MailVia["name"];
  /** Emails sent concurrently: 10 by default. */
  atOnce?: number;
  send(message: Message, options: SendOptions): Promise<SendOutcome>;
  /** Without it, emails to a list are sent one by one. */
  batches?: Batches;
  files: MailFiles;
  close(): Promise<void>;
};
