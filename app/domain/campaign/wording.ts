import type { Locale } from "#app/i18n/index.ts";
import type { StoredPicture } from "#db/schema/index.ts";
import type { Candidate, ClaimKind, ClaimSection, CorrectionKind, DatePrecision } from "./campaign.ts";
import type { ClaimPicture } from "./claims/picture-schema.ts";

/** Texts of a campaign's page other than claims and petition. */
export type CampaignWords = {
  title: string;
  eyebrow: string;
  standfirst: string;
  /** Goals in signatures, ascending. */
  goalSteps: number[];
  /** The day of the handover (ISO); null: not set. */
  handoverOn: string | null;
  /** Languages; the first is the default. */
  languages: Locale[];
  /** Share texts by language; without one, the title is used. */
  shareTexts: Partial<Record<Locale, string>>;
  /** How it knows what it claims; null: only the notes say so. */
  method: string | null;
  /** Advice for people at risk; null: the privacy page covers it. */
  care: string | null;
  /** The picture on its page. */
  picture: StoredPicture | null;
};

/** The fields of one form: the picture has its own. */
export type PageWords = Omit<CampaignWords, "picture">;

/** Publisher, date, and the page once somebody has opened it. */
export type ClaimSource = {
  publisher: string | null;
  publishedOn: string | null;
  publishedPrecision: DatePrecision | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  /** When an organizer opened the source's page and found that it supports the claim (ISO 8601). */
  urlVerifiedAt: string | null;
  /** A copy of that page, kept by an archive. */
  archiveUrl: string | null;
};

export type TimelineLine = { happenedOn: string; precision: DatePrecision; label: string };

/** Everything editable of one claim, including its first source. */
export type ClaimWords = ClaimSource & {
  section: ClaimSection;
  kind: ClaimKind;
  text: string;
  quotation: string | null;
  attribution: string;
  /** Sources after the first, in print order. */
  moreSources: ClaimSource[];
  limits: string | null;
  openQuestion: string | null;
  /** One line for the one-minute version of the case. */
  brief: string | null;
  /** The picture drawn from it. */
  picture: ClaimPicture | null;
  timeline: TimelineLine[];
  /** Of what goes on: the day (ISO) on which an organizer has to check it again. */
  reviewBy: string | null;
};

/** A petition's text: one sentence for the sign panel, and the whole text. */
export type PetitionWords = { summary: string; body: string };

/** A line of the log of corrections, as organizers edit it. */
export type EditedCorrection = {
  id: number;
  version: number;
  kind: CorrectionKind;
  correctedOn: string;
  text: string;
  /** Earlier texts, each with its last day, oldest first. */
  earlier: { text: string; until: string }[];
};

export const datePrecisions = [
  "day",
  "month",
  "year",
  "by_month",
] as const satisfies readonly DatePrecision[];

/** Limits in characters. */
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

export const maxGoalSteps = 12;

/** Parts a claim can have: sources after the first, lines of the timeline. */
export const maxTextParts = { sources: 5, lines: 6 } as const;

export const maxClaims = 60;

/** Days until a claim about what goes on is checked again, unless an organizer chooses a day. */
const reviewAfterDays = 90;

export const nextReview = (now: Date) =>
  new Date(now.getTime() + reviewAfterDays * 86_400_000).toISOString().slice(0, 10);

/** Returns true if a public claim is due for a review. */
export const isReviewDue = (
  { published, live }: { published: boolean; live: Pick<ClaimWords, "reviewBy"> },
  today: string,
) => published && live.reviewBy !== null && live.reviewBy <= today;

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
  /** The number it is cited by. */
  position: number;
  published: boolean;
  /** It was public once, so it cannot be deleted. */
  wasPublished: boolean;
  /** The public text; if unpublished, the draft. */
  live: ClaimWords;
  /** Null: nothing waits for publication. */
  draft: ClaimWords | null;
  /** Ready to publish. */
  ready: boolean;
  /** Possible pages of sources that have no link yet. */
  candidates: Candidate[];
};

type ChangedField = { id: number; field: string; before: unknown; after: unknown };

/** What the history lists. */
export const changedThings = [
  ...(["campaign", "claim", "petition", "correction", "requests", "translation"] as const),
] as const;

/** What one person changed of one thing at one time. */
export type Change = {
  /** The id of its newest field: the next page begins after it. */
  id: number;
  at: string;
  /** Null: the operator. */
  by: string | null;
  thing: (typeof changedThings)[number];
  thingId: number | null;
  stage: "draft" | "public";
  fields: ChangedField[];
};
