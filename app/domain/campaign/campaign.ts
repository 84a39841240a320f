import type { Locale } from "#app/i18n/index.ts";
import type { ClaimPicture } from "./claims/picture-schema.ts";

/** Kinds of claims: who answers for each. */
export const claimKinds = ["reported", "record", "company_statement", "opinion"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** The sections of the case, in page order. */
export const claimSections = [
  "thesis",
  "people",
  "reported",
  "company",
  "acted",
  "image",
  "matters",
  "ask",
  "conclusion",
] as const;
export type ClaimSection = (typeof claimSections)[number];

/** How exactly a date is known; `by_month`: in or before that month. */
export type DatePrecision = "day" | "month" | "year" | "by_month";
export type KnownDate = { on: string; precision: DatePrecision };

export type CampaignStatus = "draft" | "open" | "closed";

/** Organization details of a campaign. Null: not stated yet. */
export type OrganizationDetails = {
  operator: string | null;
  postalAddress: string | null;
  contactEmail: string | null;
  privacyContact: string | null;
  fundingLine: string | null;
};

/** The sender of a campaign's emails, and where replies go. Null: the site's sender, the contact address. */
export type Sender = { senderName: string | null; senderAddress: string | null; replyTo: string | null };

/**
 * Details required before anyone is asked to sign. `campaign-sender`: the sender of the campaign's emails.
 */
export type Missing =
  | "operator"
  | "postal-address"
  | "contact"
  | "funding"
  | "privacy-contact"
  | "campaign-sender";

/**
 * Details required before an update, a dispatch or a notice is sent. `instruction`: its own text still has an
 * instruction of a template; `title-instruction`: the campaign's title has one.
 */
export type NotReady = Missing | "sender" | "base-url" | "instruction" | "title-instruction";

/** Whether signatures are accepted now, and if not, why. */
export type Signing =
  | { outcome: "open" }
  | { outcome: "closed" }
  | { outcome: "not-open"; missing: Missing[] }
  /** A preview for organizers before publication. */
  | { outcome: "preview" };

export type Petition = {
  version: number;
  /** One sentence, for the sign panel. */
  summary: string;
  /** Paragraphs separated by blank lines; lines that begin with `1. ` are a numbered list. */
  body: string;
  publishedAt: Date;
  /** When it last took effect again after another text. */
  inForceAgainAt: Date | null;
  /** Its language, if other than the page's. */
  language?: string;
  /** For a translation people may have signed: when it took effect. */
  translatedAt?: Date;
  /** The first version with the same meaning; null: it has a meaning of its own. */
  sameMeaningAs: number | null;
  /** For a correction of form: what was corrected. */
  note: string | null;
  /** The note's language, if other than the page's. */
  noteLanguage?: string;
  /** What happened to those who signed an earlier meaning. */
  earlierSigners: "told" | "apart" | null;
};

/** `file`: its name under the campaign's address, which changes with its content. `alt`: what it shows. */
export type ShareImage = { file: string; alt: string };

/** The picture on a campaign's page. */
export type CasePicture = {
  /** Path on this site. */
  src: string;
  /** For an uploaded one: WebP in several widths, as a `srcset`. */
  webp?: string;
  width: number;
  height: number;
  /** What it shows. */
  alt: string;
  credit: string;
  licence: string;
  /** The language of its words, if other than the page's. */
  language?: string;
};

/** A company of the campaign. */
export type CampaignCompany = {
  id: number;
  /** What forms, programs and commands call it. */
  slug: string;
  /** Its name in the reader's language. */
  name: string;
  /** Time zone of its exchange. */
  zone: string;
  /** The law of its meetings. */
  jurisdiction: string;
  /** The last day (`YYYY-MM-DD`) of the line for owners, see `mayBeOpen`; null: it is off. */
  ownersLineUntil: string | null;
  /** The verified day (`YYYY-MM-DD`, in the exchange's zone) on which the vote of that line ends. */
  voteEndsOn?: string | null;
};

export type Campaign = {
  id: number;
  slug: string;
  title: string;
  eyebrow: string;
  standfirst: string;
  status: CampaignStatus;
  /** The name of its company; if there are several, all names. */
  company: string;
  /** In order. A form that names none is about the first. */
  companies: readonly CampaignCompany[];
  /** On pages of an entry: its company, if not the first. */
  otherCompany?: string | null;
  /** Time zone of its exchange. */
  zone: string;
  /** The law of its meetings. */
  jurisdiction: string;
  goalSteps: number[];
  /** The day of the handover, once it is set. */
  handoverOn: string | null;
  picture: CasePicture | null;
  /** Share texts by language; without one, the title is used. */
  shareTexts: Partial<Record<Locale, string>>;
  /** Languages it is offered in: the first, and those once translated completely. */
  offered: Locale[];
  /** How it knows what it claims, in its organizers' words. */
  method: string | null;
  /** Advice for people at risk. */
  care: string | null;
  /** The language of `care`, if other than the page's. */
  careLanguage?: string;
  /** The language of `method`, if other than the page's. */
  methodLanguage?: string;
  organization: OrganizationDetails;
  /** Whether its emails would be signed with an example. */
  signsAsExample: boolean;
  petition: Petition;
  /** Whether it has public updates. */
  hasUpdates: boolean;
  /** Shown in link previews; null until it is drawn. */
  shareImage: ShareImage | null;
  /** The language of the title, if other than the page's. */
  language?: string;
  /** The language of the standfirst, if other than the page's. */
  standfirstLanguage?: string;
};

/**
 * A page that may be the source. `note`: an organizer opened it and found that it does not support the claim;
 * only organizers see it.
 */
export type Candidate = { publisher: string; title: string | null; url: string | null; note?: string };

/** A source's page as an organizer verified it, and a copy kept by an archive. */
export type SourcePage = { title: string | null; url: string; archive?: string | null };

/** Publisher and date, with the page once an organizer has opened it. */
export type Source = {
  publisher: string;
  published: KnownDate;
  source: SourcePage | null;
  /** Only in local mode, until the page was opened. */
  candidate?: Candidate | undefined;
};

export type Claim = {
  /** The number of its note: the position among what is printed, from 1. */
  number: number;
  section: ClaimSection;
  kind: ClaimKind;
  text: string;
  quotation: string | null;
  attribution: string;
  publisher: string | null;
  published: KnownDate | null;
  /** Null until an organizer opened the page. */
  source: SourcePage | null;
  /** Only in local mode, until the page was opened. */
  candidate?: Candidate | undefined;
  /** Further sources, in print order. */
  moreSources: Source[];
  limits: string | null;
  openQuestion: string | null;
  /** One line for the one-minute version of the case, if it is part of it. */
  brief: string | null;
  picture: ClaimPicture | null;
  /** Its language, if other than the page's. */
  language?: string;
  /** The language of the quotation, if other than the page's. */
  quotationLanguage?: string;
  /** Quotations in its text, with their marks, in their original language. */
  quoted?: readonly string[];
};

export type TimelineEvent = {
  happened: KnownDate;
  label: string;
  /** The label's language, if other than the page's. */
  language?: string;
  claim: number;
  section: ClaimSection;
};

/** Kinds of errors in the log of corrections. */
export const correctionKinds = ["statement", "figure", "source", "wording", "removed"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export type Correction = {
  correctedOn: string;
  kind: CorrectionKind;
  text: string;
  /** The text's language, if other than the page's. */
  language?: string;
  /** Earlier versions of the line, each with its last day, oldest first. */
  earlier: { text: string; until: string; language?: string }[];
};

/**
 * A campaign's published argument. `claims` are in print order. `checked`: how many of its sources organizers
 * have opened, and the last day on which they did; null before the first.
 */
export type Case = {
  claims: Claim[];
  timeline: TimelineEvent[];
  corrections: Correction[];
  checked: { opened: number; of: number; on: string } | null;
};

/** `signatures`: those that count, confirmed or of an erased person. The others are counted separately. */
export type Counts = {
  signatures: number;
  pending: number;
  /** Signatures of an earlier text with another meaning, kept apart. */
  earlier: number;
  /** From imported lists, not confirmed here. */
  imported: number;
  /** From paper sheets: they cannot be confirmed. */
  onPaper: number;
};

/** Returns the first step above the count; past the last step, the next multiple of it. */
export function nextGoal(steps: readonly number[], signatures: number): number {
  const next = steps.find((step) => step > signatures);
  const last = steps.at(-1) ?? 1000;
  return next ?? (Math.floor(signatures / last) + 1) * last;
}

/** Returns how far the count is to the goal, in percent with one decimal, for SVG. */
export const percentOf = (goal: number, signatures: number) =>
  `${Math.round((signatures / goal) * 1000) / 10}%`;

/** Returns the value of a bar's block: a power of ten that divides the largest value into 5 to 50. */
export const blockOf = (largest: number) => 10 ** Math.max(0, Math.ceil(Math.log10(largest / 50)));

/** A campaign as named on other pages. */
export type NamedCampaign = {
  slug: string;
  title: string;
  standfirst: string;
  /** The language of both, if other than requested. */
  language?: string | undefined;
  contactEmail: string | null;
};
