import type { Locale } from "#app/i18n/index.ts";

/** What kind of statement a claim is: who answers for it. */
export const claimKinds = ["reported", "record", "company_statement", "opinion"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** The sections of the case in the order a page prints them. */
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

/** Who runs a campaign. Null: no organizer has said so yet. */
export type Imprint = {
  operator: string | null;
  postalAddress: string | null;
  contactEmail: string | null;
  privacyContact: string | null;
  fundingLine: string | null;
};

/** From whom a campaign's emails come, and where replies go. Null: the site's sender, the contact address. */
export type Sender = { senderName: string | null; senderAddress: string | null; replyTo: string | null };

/** What must be said before anyone is asked to sign. `campaign-sender`: how the campaign signs its emails. */
export type Missing =
  | "operator"
  | "postal-address"
  | "contact"
  | "funding"
  | "privacy-contact"
  | "campaign-sender";

/**
 * What must be said before an update, a dispatch or a notice goes. `instruction`: its own words have one of a
 * template; `title-instruction`: the campaign's title has.
 */
export type NotReady = Missing | "sender" | "base-url" | "instruction" | "title-instruction";

/** Whether the form takes signatures now, and if not, why. */
export type Signing =
  | { outcome: "open" }
  | { outcome: "closed" }
  | { outcome: "not-open"; missing: Missing[] }
  /** A page that an organizer looks at before it is published. */
  | { outcome: "preview" };

export type Petition = {
  version: number;
  /** One sentence, for the sign panel. */
  summary: string;
  /** Paragraphs divided by blank lines; lines that begin with `1. ` are a numbered list. */
  body: string;
  publishedAt: Date;
  /** When it was put in force again after another text, last. */
  inForceAgainAt: Date | null;
  /** The language it is in, where that is not the one of the page. */
  language?: string;
  /** Since when it is in force in that language, where it is a translation that people may have signed. */
  translatedAt?: Date;
  /** The first version with the same meaning; null: its meaning is its own. */
  sameMeaningAs: number | null;
  /** Of a correction of form: what was corrected. */
  note: string | null;
  /** The language that is in, where it is not the one of the page. */
  noteLanguage?: string;
  /** What became of those who signed an earlier meaning. */
  earlierSigners: "told" | "apart" | null;
};

/** `file`: its name under the campaign's address, which changes with its bytes. `alt`: what it shows. */
export type ShareImage = { file: string; alt: string };

/** The one picture of a campaign's page. */
export type CasePicture = {
  /** Under this site. */
  src: string;
  /** Of an uploaded one: the same in WebP and in several widths, as a `srcset`. */
  webp?: string;
  width: number;
  height: number;
  /** What it shows. */
  alt: string;
  credit: string;
  licence: string;
  /** The language of its words, where that is not the one of the page. */
  language?: string;
};

/** One of the companies that a campaign is about. */
export type CampaignCompany = {
  id: number;
  /** What forms, programs and commands name it by. */
  slug: string;
  /** What readers of the language call it. */
  name: string;
  /** The time zone of its exchange. */
  zone: string;
  /** Whose law its meetings follow. */
  jurisdiction: string;
};

export type Campaign = {
  id: number;
  slug: string;
  title: string;
  eyebrow: string;
  standfirst: string;
  status: CampaignStatus;
  /** The name of its company; of several, all names. */
  company: string;
  /** In their order: what names none is about the first. */
  companies: readonly CampaignCompany[];
  /** Of the pages of an entry: what its company is named by, where that is not the first. */
  otherCompany?: string | null;
  /** The time zone of its exchange. */
  zone: string;
  /** Whose law its meetings follow. */
  jurisdiction: string;
  goalSteps: number[];
  /** The day the signatures are handed over, where it is fixed. */
  handoverOn: string | null;
  picture: CasePicture | null;
  /** What a shared message says, by language; where none is given, the title. */
  shareTexts: Partial<Record<Locale, string>>;
  /** The languages it is offered in: the first, and those in which it was complete once. */
  offered: Locale[];
  /** How it knows what it says, as its organizers tell it. */
  method: string | null;
  /** What somebody who has reason to be careful should know of it. */
  care: string | null;
  /** The language that is in, where that is not the one of the page. */
  careLanguage?: string;
  /** The language that is in, where that is not the one of the page. */
  methodLanguage?: string;
  imprint: Imprint;
  /** Whether its emails would be signed with an example. */
  signsAsExample: boolean;
  petition: Petition;
  /** Whether it has sent updates that everyone may read. */
  hasUpdates: boolean;
  /** What a shared link to it shows; null until it is drawn. */
  shareImage: ShareImage | null;
  /** The language its title is in, where that is not the one of the page. */
  language?: string;
  /** The language its standfirst is in, where that is not the one of the page. */
  standfirstLanguage?: string;
};

export const figureQualifiers = ["exactly", "about", "nearly", "more than"] as const;
export type FigureQualifier = (typeof figureQualifiers)[number];
export type FigurePoint = { on: string; value: number; qualifier: FigureQualifier };
/** Values at months (`YYYY-MM`), in the order of time. */
export const figureUnits = ["terabyte", "person", "dollar", "percent", "tonne"] as const;
export type FigureUnit = (typeof figureUnits)[number];
export type ClaimFigure = { unit: FigureUnit; points: [FigurePoint, FigurePoint, ...FigurePoint[]] };

/** A page that may be the source: nobody of the campaign has opened it yet. */
export type Candidate = { publisher: string; title: string | null; url: string | null };

/** Who published something and when, with the page once an organizer has opened it. */
export type Source = {
  publisher: string;
  published: KnownDate;
  source: { title: string | null; url: string } | null;
  /** In local mode alone, until the page was opened. */
  candidate?: Candidate | undefined;
};

export type Claim = {
  /** Its note's number: the place among what is printed, from 1. */
  number: number;
  section: ClaimSection;
  kind: ClaimKind;
  text: string;
  quotation: string | null;
  attribution: string;
  publisher: string | null;
  published: KnownDate | null;
  /** Null until an organizer has opened the page. */
  source: { title: string | null; url: string } | null;
  /** In local mode alone, until the page was opened. */
  candidate?: Candidate | undefined;
  /** Where else it can be read, in the order in which it is printed. */
  moreSources: Source[];
  limits: string | null;
  openQuestion: string | null;
  /** It in one line, where the version of the case that takes a minute tells of it. */
  brief: string | null;
  figure: ClaimFigure | null;
  /** The language it is in, where that is not the one of the page. */
  language?: string;
  /** The language of the quotation, where that is not the one of the page. */
  quotationLanguage?: string;
  /** What its words quote as it was said, marks included, in the language of the quotation. */
  quoted?: readonly string[];
};

export type TimelineEvent = {
  happened: KnownDate;
  label: string;
  /** The language the label is in, where that is not the one of the page. */
  language?: string;
  claim: number;
  section: ClaimSection;
};

/** What kind of thing was wrong, as the log of corrections tells. */
export const correctionKinds = ["statement", "figure", "source", "wording", "removed"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export type Correction = {
  correctedOn: string;
  kind: CorrectionKind;
  text: string;
  /** The language the text is in, where that is not the one of the page. */
  language?: string;
  /** What the line said before it was put better, and until which day, oldest first. */
  earlier: { text: string; until: string; language?: string }[];
};

/** The published argument of a campaign. `claims` are in the order they are printed. */
export type Case = { claims: Claim[]; timeline: TimelineEvent[]; corrections: Correction[] };

/** `signatures`: those that count, confirmed or of an erased person. The others are counted separately. */
export type Counts = {
  signatures: number;
  pending: number;
  /** Those who signed an earlier text of another meaning and are kept apart. */
  earlier: number;
  /** Those who came by a list from elsewhere and have not confirmed here. */
  imported: number;
  /** Rows on sheets of paper: nobody of them can confirm. */
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

/** A campaign as other pages name it. */
export type NamedCampaign = {
  slug: string;
  title: string;
  standfirst: string;
  /** The language of both, where it is not the one that was asked for. */
  language?: string | undefined;
  contactEmail: string | null;
};
