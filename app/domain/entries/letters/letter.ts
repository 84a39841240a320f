import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { countryName, type Locale, words } from "#app/i18n/index.ts";

/**
 * The states of a letter: `email_pending → confirmed → queued → sent → accepted | bounced | unknown`. A
 * draft exists only on its writer's page. `filed`: written to a file that was never delivered; `refused`: an
 * organizer will not deliver it.
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

/** States of a letter under way: a person has one at a time. */
export const openLetterStates = ["email_pending", "confirmed", "queued"] as const satisfies LetterState[];

/** In which role somebody writes. Never their employer. */
export const letterRoles = ["customer", "shareholder", "neighbour", "touched"] as const;
export type LetterRole = (typeof letterRoles)[number];

/** The state of a letter on the public list. */
export const letterPublications = ["private", "awaiting", "published", "hidden"] as const;
export type LetterPublication = (typeof letterPublications)[number];

/** How a writer says they sent the letter themselves. */
export const selfSentWays = ["mail", "post"] as const;
export type SelfSentWay = (typeof selfSentWays)[number];

/** The fields of a letter. */
export type LetterAnswers = {
  role: LetterRole | null;
  /** Plain text, lines end in LF. */
  body: string;
  /** A decimal string; null if the letter states none. */
  shares: string | null;
  /** The company may reply to the writer's own address. */
  replyTo: boolean;
  display: SignatureDisplay;
  /** The recipient chosen by the writer; none: the default. */
  recipientId?: number | null | undefined;
};

/** Days after a handover until its writer can send another letter. */
export const nextLetterAfterDays = 7;

/** Version of the consent texts and the warning on the letter form. */
export const letterConsentVersion = "letter-2027-02";

/** The address for letters that people send themselves. */
export type Addressee = {
  /** The recipient's id; none if only the company is known. */
  publicId?: string | undefined;
  /** The department, such as "Investor Relations"; null if only the company is known. */
  office: string | null;
  company: string;
  /** Names the company in a form; none if it could not be read. */
  companySlug?: string | undefined;
  email: string | null;
  /** In lines. */
  postalAddress: string | null;
  /** Whether an organizer recorded who checked the address. */
  verified: boolean;
};

export type DeliveredLetter = {
  locale: Locale;
  body: string;
  /** A decimal string; null if the letter states none. */
  shares: string | null;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  company: string;
};

/**
 * Returns one letter's exact text as handed over, in UTF-8 with LF between lines: preview, annex, ledger and
 * hash are made of this alone.
 */
export function letterText({ locale, body, shares, name, country, company }: DeliveredLetter): string {
  const holding = shares === null ? [] : [words(locale).letter.sharesLine(shares, company)];
  return `${[body.trim(), ...holding, `${name}\n${countryName(locale, country)}`].join("\n\n")}\n`;
}
