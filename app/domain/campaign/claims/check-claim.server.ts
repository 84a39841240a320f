import { and, eq } from "drizzle-orm";
import { lockCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { type ClaimSource, type ClaimWords, nextReview } from "#app/domain/campaign/wording.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";
import { amendClaim, type OnClaim } from "./amend-claim.server.ts";

export type SourceVerified = { outcome: "verified" | "stale" | "no-such-source" | "gone" };

type Named = {
  /** Names the source: the one of this publisher that has no link. */
  publisher: string;
  /** Of several by one publisher, the one of this day. */
  publishedOn?: string | null | undefined;
};

type Link = { title: string | null; url: string; archive?: string | null | undefined };

/**
 * Links a source of a statement to the page that an organizer has just opened and compared with it. The link
 * is public at once where the statement is; a draft of the statement takes it too.
 */
export async function verifySource(
  db: Db,
  { publisher, publishedOn, title, url, archive = null, ...on }: OnClaim & Named & Link,
  now = new Date(),
): Promise<SourceVerified> {
  const link = { sourceTitle: title, sourceUrl: url, urlVerifiedAt: now.toISOString(), archiveUrl: archive };
  const { outcome } = await amendClaim(
    db,
    on,
    {
      words: (words) => linked(words, { publisher, publishedOn }, link),
      columns: ({ candidates }) => ({ candidates: candidates.filter((one) => one.publisher !== publisher) }),
      detail: { verified: 1 },
    },
    now,
  );
  return {
    outcome: outcome === "amended" ? "verified" : outcome === "not-applicable" ? "no-such-source" : outcome,
  };
}

/** The statement with a link to that source; null if that publisher has none without a link. */
function linked(
  words: ClaimWords,
  { publisher, publishedOn }: Named,
  link: Partial<ClaimSource>,
): ClaimWords | null {
  const isIt = (one: ClaimSource) =>
    one.publisher === publisher &&
    one.sourceUrl === null &&
    (publishedOn == null || one.publishedOn === publishedOn);
  if (isIt(words)) return { ...words, ...link };
  const at = words.moreSources.findIndex(isIt);
  if (at < 0) return null;
  return { ...words, moreSources: words.moreSources.map((one, n) => (n === at ? { ...one, ...link } : one)) };
}

export type SourceDoubted = { outcome: "doubted" | "stale" | "no-such-source" | "gone" };

/**
 * Notes that the page an organizer opened does not support the claim. The public page does not change: the
 * source stays without a link until the claim is corrected or another page is verified.
 */
export async function doubtSource(
  db: Db,
  { publisher, note, ...on }: OnClaim & { publisher: string; note: string },
  now = new Date(),
): Promise<SourceDoubted> {
  const { id, campaignId, actor } = on;
  return db.transaction(async (tx): Promise<SourceDoubted> => {
    if (!(await lockCampaign(tx, { campaignId, actor }, "manage"))) return { outcome: "gone" };
    const claim = await findEditedClaim(tx, campaignId, id);
    if (!claim) return { outcome: "gone" };
    if (claim.version !== on.version) return { outcome: "stale" };
    const opened = claim.candidates.find((one) => one.publisher === publisher);
    if (!opened) return { outcome: "no-such-source" };
    const candidates = claim.candidates
      .map((one) => (one.publisher === publisher ? { ...one, note } : one))
      .filter(({ title, url, note }) => title ?? url ?? note);
    await tx
      .update(claims)
      .set({ candidates, version: claim.version + 1 })
      .where(and(eq(claims.id, id), eq(claims.campaignId, campaignId)));
    const about = { campaignId, actor, thing: "claim", thingId: id, stage: "draft" } as const;
    const doubts = (text: string | undefined) => ({ doubt: text ? `${publisher}: ${text}` : null });
    await recordChanges(tx, about, { before: doubts(opened.note), after: doubts(note) }, now);
    return { outcome: "doubted" };
  });
}

export type ClaimReviewed = { outcome: "reviewed" | "stale" | "not-ongoing" | "gone"; reviewBy: string };

/** Records that an organizer found a claim about what goes on still true, and when to check it again. */
export async function reviewClaim(
  db: Db,
  { reviewBy, ...on }: OnClaim & { reviewBy?: string | null | undefined },
  now = new Date(),
): Promise<ClaimReviewed> {
  const next = reviewBy ?? nextReview(now);
  const { outcome } = await amendClaim(
    db,
    on,
    {
      words: (words) => (words.reviewBy === null ? null : { ...words, reviewBy: next }),
      columns: () => ({ reviewedAt: now }),
      detail: { reviewed: 1 },
    },
    now,
  );
  return {
    outcome: outcome === "amended" ? "reviewed" : outcome === "not-applicable" ? "not-ongoing" : outcome,
    reviewBy: next,
  };
}
