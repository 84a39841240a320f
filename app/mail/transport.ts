/**
 * What an email says: whole, or in pieces one after the other. Every second piece is its reader's own, and
 * the others are the same in all emails of a kind.
 */
type Words = string | readonly string[];

export const wholeOf = (words: Words): string => (typeof words === "string" ? words : words.join(""));

/** A file that goes with a mail: text, which is written in UTF-8, or bytes. */
export type Attachment = { filename: string; contentType: string; content: string | Buffer };

/** One mail to one person, rendered and addressed. */
export type Message = {
  /** The email's public id: the provider's tag, the name of the file, part of the Message-ID. */
  emailId: string;
  /** Sender as it is written in MAIL_FROM: `Name <address>`. */
  from: string;
  /** One plain address; never a list, never with a name. */
  to: string;
  replyTo: string | null;
  subject: string;
  html: Words;
  text: Words;
  /** Of a mail to a list: where one request unsubscribes its reader (RFC 8058). */
  unsubscribeUrl?: string;
  /** Of a mail that goes by itself: a call with many mails carries none. */
  attachments?: readonly Attachment[];
  /** True for a mail that must leave no trace of its recipient here: its file withholds the address. */
  withholdRecipient?: boolean;
};

type SendOptions = {
  /** The same key with the same message is the same mail, where the transport can tell. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** `own`: somebody waits for this mail, and it goes before all that is `bulk`. */
  lane: "own" | "bulk";
};

/** What became of one try. `problem` is a short code (`[a-z0-9_-]`), never the provider's words. */
export type SendOutcome =
  | { outcome: "accepted"; providerId: string | null }
  /** Said no. `permanent`: it would say no again. `deadAddress`: there is no such mailbox, a hard bounce. */
  | { outcome: "refused"; permanent: boolean; problem: string; deadAddress?: true }
  /**
   * Not taken, through no fault of this mail: a limit, a fault of our configuration, nobody there. `after` is
   * in seconds. `cause` says what a person must settle before it can continue: a quota that is used up, or an
   * account that is refused.
   */
  | { outcome: "retry-later"; after?: number; problem: string; cause?: "quota" | "account" }
  /** Taken or not: nobody knows. `repeatable`: the same call again cannot make a second mail. */
  | { outcome: "unknown"; repeatable: boolean; problem: string };

/** Many mails as one call, fixed before it is made: the same mails in the same order are the same bytes. */
export type FrozenBatch = { body: string | Buffer; sha256: Buffer; size: number };

/** What became of one call with many mails. All are taken, or none is. */
export type BatchOutcome =
  /** Provider ids in the order of the mails. */
  | { outcome: "accepted"; providerIds: readonly (string | null)[] }
  /** None was taken, because of at least one of them. */
  | { outcome: "refused"; problem: string }
  | Extract<SendOutcome, { outcome: "retry-later" | "unknown" }>;

/** A way to hand many mails over in one call. */
type Batches = {
  /** Mails a call at most. */
  atMost: number;
  /**
   * Waits until the next call may be made, in the lane `bulk`. It is asked for before mails are claimed, so
   * that none is claimed and then waits. `send` waits for the rest of a second at most, where mails were
   * written faster than those before them.
   */
  turn(signal: AbortSignal): Promise<void>;
  freeze(messages: readonly Message[]): FrozenBatch;
  send(batch: FrozenBatch, options: Omit<SendOptions, "lane">): Promise<BatchOutcome>;
};

/** The mails that lie as files in MAIL_DIR, whichever transport is in use. */
export type MailFiles = {
  /** Ids of all emails that have a file. */
  list(): Promise<string[]>;
  /** Removes the files of these emails; those that have none are no error. */
  remove(emailIds: readonly string[]): Promise<void>;
};

/** Something that carries mails. `send` never throws for what a network or a provider can do. */
export type Transport = {
  name: "resend" | "smtp" | "file";
  /** Emails that are sent at the same time: 10 where it is not said. */
  atOnce?: number;
  send(message: Message, options: SendOptions): Promise<SendOutcome>;
  /** Where the transport has none, mails of a list go one by one. */
  batches?: Batches;
  files: MailFiles;
  close(): Promise<void>;
};
