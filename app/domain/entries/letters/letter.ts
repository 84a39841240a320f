import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";

/**
 * The life of a letter: `email_pending → confirmed → queued → sent → accepted | bounced | unknown`. A draft
 * is on its writer's page alone. `filed`: written to a file that nobody carried; `refused`: an organizer
 * will not deliver it.
 */
export const letterStates = [
  "email_pending",
  "confirmed",
  "queued",
  "filed",
  "sent",
  "accepted",
  "bounced",
  "unknown",
  "withdrawn",
  "refused",
] as const;
export type LetterState = (typeof letterStates)[number];

/** States in which a person has a letter under way, of which there is one at a time. */
export const openLetterStates = ["email_pending", "confirmed", "queued"] as const satisfies LetterState[];

/** As who somebody writes. Never for whom they work. */
export const letterRoles = ["customer", "shareholder", "neighbour", "touched"] as const;
export type LetterRole = (typeof letterRoles)[number];

/** The state of a letter on the public list. */
export const letterPublications = ["private", "awaiting", "published", "hidden"] as const;
export type LetterPublication = (typeof letterPublications)[number];

/** How a writer says to have sent the letter themselves. */
export const selfSentWays = ["mail", "post"] as const;
export type SelfSentWay = (typeof selfSentWays)[number];

/** What a form says of a letter. */
export type LetterAnswers = {
  role: LetterRole | null;
  /** Plain text, lines end in LF. */
  body: string;
  /** A decimal string; null where the letter tells none. */
  shares: string | null;
  /** The company may answer the writer's own address. */
  replyTo: boolean;
  display: SignatureDisplay;
  /** Whom its writer chose; nobody: the default. */
  recipientId?: number | null | undefined;
};

/** Days after a letter was handed over before which its writer sends no other. */
export const nextLetterAfterDays = 7;

/** Version of the words of consent and of the warning on the letter form. */
export const letterConsentVersion = "letter-2027-02";
