import { locales } from "#app/i18n/index.ts";
import type { campaigns, claims } from "#db/schema/index.ts";
import { ClaimPictureSchema } from "./claims/picture-schema.ts";
import { MoreSources, Timeline } from "./claims/stored-parts.server.ts";
import type { CampaignWords, ClaimWords } from "./wording.ts";

type CampaignRow = Pick<
  typeof campaigns.$inferSelect,
  | "title"
  | "eyebrow"
  | "standfirst"
  | "goalSteps"
  | "handoverOn"
  | "languages"
  | "shareTexts"
  | "method"
  | "care"
  | "picture"
>;

/** Reads what a campaign's pages say now. */
export const wordsOf = (row: CampaignRow): CampaignWords => ({
  title: row.title,
  eyebrow: row.eyebrow,
  standfirst: row.standfirst,
  goalSteps: row.goalSteps,
  handoverOn: row.handoverOn,
  languages: locales
    .filter((locale) => row.languages.includes(locale))
    .sort((a, b) => row.languages.indexOf(a) - row.languages.indexOf(b)),
  shareTexts: row.shareTexts,
  method: row.method,
  care: row.care,
  picture: row.picture,
});

/** Reads a claim's words as stored, its draft apart. */
export const claimWordsOf = (row: typeof claims.$inferSelect): ClaimWords => ({
  section: row.section,
  kind: row.kind,
  text: row.text,
  quotation: row.quotation,
  attribution: row.attribution,
  publisher: row.publisher,
  publishedOn: row.publishedOn,
  publishedPrecision: row.publishedPrecision,
  sourceTitle: row.sourceTitle,
  sourceUrl: row.sourceUrl,
  urlVerifiedAt: row.urlVerifiedAt?.toISOString() ?? null,
  archiveUrl: row.archiveUrl,
  limits: row.limits,
  openQuestion: row.openQuestion,
  brief: row.brief,
  moreSources: MoreSources.parse(row.moreSources),
  picture: row.picture === null ? null : ClaimPictureSchema.parse(row.picture),
  timeline: Timeline.parse(row.timeline),
  reviewBy: row.reviewBy,
});

/** Maps them to columns. */
export const columnsOfClaim = ({ urlVerifiedAt, ...words }: ClaimWords) => ({
  ...words,
  urlVerifiedAt: urlVerifiedAt === null ? null : new Date(urlVerifiedAt),
});
