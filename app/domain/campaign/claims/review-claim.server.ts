import { nextReview } from "#app/domain/campaign/wording.ts";
import type { Db } from "#db/index.ts";
import { amendClaim, type OnClaim } from "./amend-claim.server.ts";

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
