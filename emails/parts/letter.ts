import type { Locale } from "#app/i18n/index.ts";
import type { RichBlock } from "./rich-text.ts";

type MailCampaign = {
  title: string;
  /** The case page. */
  url: string;
  /** Whom the petition addresses: "Microsoft". */
  company: string;
  operator: string | null;
  postalAddress: string | null;
  /** Who pays, in a sentence. */
  fundingLine: string | null;
};

/** What every mail is told. */
export type MailProps = { locale: Locale; campaign: MailCampaign; privacyUrl: string };

/** `value`: a list is told line by line. `lang`: of a value in another language than its mail. */
export type Fact = { label: string; value: string | string[]; lang?: string | undefined };

/** A piece of a mail, in words alone: HTML and text are two layouts of the same pieces. */
export type Block =
  | { kind: "paragraph"; text: string }
  /** `fresh`: the page that mails another link when this one no longer works. */
  | { kind: "button"; label: string; url: string; note?: string; fresh?: FootLink }
  | { kind: "facts"; rows: Fact[] }
  | { kind: "code"; label: string; code: string; note: string }
  /** What must be known before anything else is read. */
  | { kind: "notice"; text: string }
  /** What an organizer wrote. */
  | { kind: "rich"; of: RichBlock[] }
  /** Short sentences that are under a heading, each for itself. */
  | { kind: "notes"; heading: string; items: string[] }
  /** Links side by side under a sentence, and an address to copy; text has the address alone. */
  | { kind: "links"; text: string; links: FootLink[]; address: string }
  /** A sentence that ends in an address, or in words that lead there. */
  | { kind: "link"; text: string; url: string; label?: string };

/** Words that lead to a page: in HTML they are the link, in text the address is under them. */
export type FootLink = { label: string; url: string };

export type Letter = {
  locale: Locale;
  subject: string;
  /** What a list of mails shows next to the subject. Like the subject it names no cause. */
  preview: string;
  /** A line over the heading: which mail of a series this is. */
  eyebrow?: string;
  heading: string;
  blocks: Block[];
  footer: {
    /** Who writes and from where; whom they are not affiliated with: a line each. */
    sender: string[];
    /** Why this mail came. */
    reason: string;
    links: FootLink[];
  };
};
