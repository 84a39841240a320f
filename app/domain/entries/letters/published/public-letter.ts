import type { LetterState } from "#app/domain/entries/letters/letter.ts";

/** States counted in a campaign's letters, which also count those of erased writers. */
export const countedStates = [
  "confirmed",
  "queued",
  "filed",
  "sent",
  "accepted",
  "bounced",
  "unknown",
] as const satisfies LetterState[];

/** Counts letters confirmed by their writers and neither withdrawn nor refused. */
export const countedLetters = (counts: Record<LetterState | "erased", number>): number =>
  countedStates.reduce((sum, state) => sum + counts[state], counts.erased);

/** A public letter. Days are ISO dates, hashes hexadecimal. */
export type PublicLetter = {
  publicId: string;
  companyId: number;
  /** In full or initials, as its writer chose. */
  name: string;
  country: string;
  confirmedOn: string;
  body: string;
  locale: string;
  state: LetterState;
  /** SHA-256 of the exact text that was handed over. */
  sentSha256: string | null;
  handedOverOn: string | null;
  dispatch: number | null;
};

/** Says its state: what went with no email was handed over in person. */
export const publicState = ({ state, dispatch }: PublicLetter): LetterState | "inPerson" =>
  state === "sent" && dispatch === null ? "inPerson" : state;

export type PublicReply = { publicId: string; receivedOn: string; fromWhom: string; text: string };

/** Emails that were saved to a file and not sent, with their letters and names. */
export type FiledMails = { mails: number; letters: number; names: number };

/** An email to the company. `waiting`: written, but not sent yet. */
export type PublicMail = {
  part: number;
  letters: number;
  names: number;
  state: LetterState | "waiting";
  sha256: string;
  fileSha256s: string[];
};

/** A handover that has begun. `filed`, as its state: all its emails were saved to files, none was sent. */
export type PublicDispatch = {
  number: number;
  companyId: number;
  kind: "consolidated" | "individual";
  state: "sending" | "paused" | "sent" | "filed" | "cancelled";
  /** The recipient, such as "Investor Relations". */
  recipient: string;
  startedOn: string;
  approvedAlone: boolean;
  /** Letters and names in emails that were not saved to a file. */
  letters: number;
  names: number;
  filed: FiledMails;
  mails: PublicMail[];
  /** Letters and names of emails that did not arrive, which wait for a later dispatch. */
  back: { letters: number; names: number };
  replies: PublicReply[];
};

/** Shortens "Mary Jane Watson" to "M. J. W.": the first letters of the first four words, in any script. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  return words
    .slice(0, 4)
    .map((word) => `${[...word][0]?.toUpperCase()}.`)
    .join(" ");
}
