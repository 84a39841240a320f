import type { Locale } from "#app/i18n/index.ts";
import type { StoredPicture } from "#db/schema/index.ts";
import type {
  Candidate,
  ClaimFigure,
  ClaimKind,
  ClaimSection,
  CorrectionKind,
  DatePrecision,
} from "./campaign.ts";

/** What the page of a campaign says besides its claims and its petition. */
export type CampaignWords = {
  title: string;
  eyebrow: string;
  standfirst: string;
  /** Ascending numbers of confirmed signatures. */
  goalSteps: number[];
  /** The day the signatures are handed over (ISO); null: not fixed yet. */
  handoverOn: string | null;
  /** The languages it speaks; the first is the one for everybody else. */
  languages: Locale[];
  /** What a shared message says, by language; where none is given, the title. */
  shareTexts: Partial<Record<Locale, string>>;
  /** How it knows what it says; null: the page tells no more than what notes hold. */
  method: string | null;
  /** What somebody at risk should know. Null: the privacy page covers it. */
  care: string | null;
  /** The one picture of its page. */
  picture: StoredPicture | null;
};

/** Those that one form edits: the picture has a form of its own. */
export type PageWords = Omit<CampaignWords, "picture">;

/** Where a statement can be read: by whom, when, and the page once somebody has opened it. */
export type ClaimSource = {
  publisher: string | null;
  publishedOn: string | null;
  publishedPrecision: DatePrecision | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  /** When an organizer opened the page of the source and found it says so (ISO 8601). */
  urlVerifiedAt: string | null;
};

export type TimelineLine = { happenedOn: string; precision: DatePrecision; label: string };

/** Everything that is edited of one claim; its first source is in it. */
export type ClaimWords = ClaimSource & {
  section: ClaimSection;
  kind: ClaimKind;
  text: string;
  quotation: string | null;
  attribution: string;
  /** Those after the first, in the order in which they are printed. */
  moreSources: ClaimSource[];
  limits: string | null;
  openQuestion: string | null;
  /** It in one line, for the version of the case that takes a minute. */
  brief: string | null;
  /** The chart drawn from it. */
  figure: ClaimFigure | null;
  timeline: TimelineLine[];
};

/** The petition as it is written: one sentence for the sign panel, and the whole text. */
export type PetitionWords = { summary: string; body: string };

/** A line of the log of corrections as organizers edit it. */
export type EditedCorrection = {
  id: number;
  version: number;
  kind: CorrectionKind;
  correctedOn: string;
  text: string;
  /** What it said before, and until which day, oldest first. */
  earlier: { text: string; until: string }[];
};

export const datePrecisions = [
  "day",
  "month",
  "year",
  "by_month",
] as const satisfies readonly DatePrecision[];

/** Characters at most. */
export const atMost = {
  title: 120,
  eyebrow: 60,
  standfirst: 400,
  method: 800,
  care: 600,
  label: 120,
  shareText: 240,
  claim: 2000,
  quotation: 500,
  attribution: 200,
  publisher: 120,
  sourceTitle: 300,
  limits: 600,
  openQuestion: 300,
  brief: 200,
  summary: 300,
  body: 10_000,
  note: 500,
  correction: 600,
  senderName: 60,
} as const;

export const goalStepsAtMost = 12;

/** Sources after the first, values of a chart and lines of the timeline that a claim can have. */
export const partsAtMost = { sources: 5, points: 8, lines: 6 } as const;

/** Claims a campaign can have. */
export const claimsAtMost = 60;

/** Returns whether a claim can be published: unless an opinion, it names who published it and when. */
export const hasSource = ({
  kind,
  publisher,
  publishedOn,
}: Pick<ClaimWords, "kind" | "publisher" | "publishedOn">) =>
  kind === "opinion" || (publisher !== null && publishedOn !== null);

/** True where readers can open the source themselves, or where it is an opinion, which has none. */
export const hasLink = ({
  kind,
  sourceUrl,
  moreSources,
}: Pick<ClaimWords, "kind" | "sourceUrl" | "moreSources">) =>
  kind === "opinion" || sourceUrl !== null || moreSources.some((one) => one.sourceUrl !== null);

export type EditedClaim = {
  id: number;
  version: number;
  /** What it is cited by. */
  position: number;
  published: boolean;
  /** It was read in public once: it is kept. */
  wasPublished: boolean;
  /** What everybody reads; of one that is not published, what is written of it. */
  live: ClaimWords;
  /** What waits to be published; null: nothing. */
  draft: ClaimWords | null;
  /** Nothing is missing for it to be published. */
  ready: boolean;
  /** Pages to open and compare, of sources that have no link yet. */
  candidates: Candidate[];
};

type ChangedField = { id: number; field: string; before: unknown; after: unknown };

/** What the history tells of. */
export const changedThings = [
  ...(["campaign", "claim", "petition", "correction", "requests", "translation"] as const),
] as const;

/** What one person changed of one thing at one moment. */
export type Change = {
  /** Of its newest field: what the next page begins after. */
  id: number;
  at: string;
  /** Null: the operator. */
  by: string | null;
  thing: (typeof changedThings)[number];
  thingId: number | null;
  stage: "draft" | "public";
  fields: ChangedField[];
};
