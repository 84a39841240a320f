import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import type { ClaimWords } from "#app/domain/campaign/wording.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";
import { storeRow } from "./builders.ts";

type On = { campaignId: number; actor: `organizer:${string}` };

/** A newsroom's report, with a line of the timeline. */
export const claimWords: ClaimWords = {
  section: "reported",
  kind: "reported",
  text: "It grew.",
  quotation: null,
  attribution: "A newsroom",
  publisher: "A newsroom",
  publishedOn: "2026-02-17",
  publishedPrecision: "day",
  sourceTitle: null,
  sourceUrl: null,
  urlVerifiedAt: null,
  archiveUrl: null,
  limits: "One report.",
  openQuestion: null,
  brief: null,
  moreSources: [],
  picture: null,
  timeline: [{ happenedOn: "2026-02-17", precision: "day", label: "It was reported" }],
  reviewBy: null,
};

/** Saves a claim as a draft. */
export async function aClaim(db: Db, on: On, words: Partial<ClaimWords> = {}) {
  const saved = await saveClaim(db, { ...on, id: null, version: 0, words: { ...claimWords, ...words } });
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  return { id: saved.id, version: saved.version };
}

/** Saves a claim and publishes it. */
export async function aPublicClaim(db: Db, on: On, words: Partial<ClaimWords> = {}) {
  const { id, version } = await aClaim(db, on, words);
  const claims = [{ id, version }];
  const published = await publishWords(db, { ...on, words: null, claims, correction: null });
  if (published.outcome !== "published") throw new Error(published.outcome);
  return { id, version: version + 1 };
}

/** What a company said, by one report. */
export const ofReuters = {
  position: 9,
  section: "company",
  kind: "company_statement",
  attribution: "Reported by Reuters",
  publisher: "Reuters",
  publishedOn: "2026-02-18",
  limits: "Nobody has looked.",
} as const;

/** Stores a public claim as it is, of a newsroom unless told otherwise. */
export const aStoredClaim = (
  db: Db,
  campaign: { id: number },
  values: Partial<typeof claims.$inferInsert> = {},
) => {
  const { section, kind, text, attribution, publisher, publishedOn, publishedPrecision, limits } = claimWords;
  const said = { section, kind, text, attribution, publisher, publishedOn, publishedPrecision, limits };
  return storeRow(db, claims, { ...said, campaignId: campaign.id, position: 1, published: true, ...values });
};
