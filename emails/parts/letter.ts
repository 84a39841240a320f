import type { Locale } from "#app/i18n/index.ts";
import type { RichBlock } from "./rich-text.ts";

type MailCampaign = {
  title: string;
  url: string;
  /** The company of the petition: "Microsoft". */
  company: string;
  operator: string | null;
  postalAddress: string | null;
  /** Who funds it, in a sentence. */
  fundingLine: string | null;
};

/** What every email needs. */
export type MailProps = { locale: Locale; campaign: MailCampaign; privacyUrl: string };

/** `value`: a list is set line by line. `lang`: if the value's language is not the email's. */
export type Fact = { label: string; value: string | string[]; lang?: string | undefined };

/** A block of an email, in words only: HTML and text are two layouts of the same blocks. */
export type Block =
  | { kind: "paragraph"; text: string }
  /**
   * `fresh`: the page that emails another link when this one no longer works. `quiet`: a link of the same
   * words, where another block has the button.
   */
  | { kind: "button"; label: string; url: string; note?: string; fresh?: FootLink; quiet?: boolean }
  /** Ends what to do next: below it is what the email records. */
  | { kind: "line" }
  | { kind: "facts"; rows: Fact[] }
  | { kind: "code"; label: string; code: string; note: string }
  /** What must be known before anything else. */
  | { kind: "notice"; text: string }
  /** What an organizer wrote. */
  | { kind: "rich"; of: RichBlock[] }
  /** Separate short sentences under a heading. */
  | { kind: "notes"; heading: string; items: string[] }
  /**
   * Links side by side under a sentence, and an address to copy; text only has the address. `act`: one of
   * them as the button.
   */
  | { kind: "links"; text: string; act?: FootLink; links: FootLink[]; address: string }
  /** A sentence that ends in an address, or in words that link there. */
  | { kind: "link"; text: string; url: string; label?: string };

/** Words that link to a page: in HTML they are the link, in text the address follows. */
export type FootLink = { label: string; url: string };

export type Letter = {
  locale: Locale;
  subject: string;
  /** Preview text in the inbox. Like the subject it names no cause. */
  preview: string;
  /** A line above the heading: which email of a series this is. */
  eyebrow?: string;
  heading: string;
  blocks: Block[];
  footer: {
    /** Who writes and from where, and whom they are not affiliated with: one line each. */
    sender: string[];
    /** Why the reader gets this email. */
    reason: string;
    links: FootLink[];
  };
};
