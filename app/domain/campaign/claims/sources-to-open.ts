import type { Candidate } from "#app/domain/campaign/campaign.ts";
import type { ClaimSource, EditedClaim } from "#app/domain/campaign/wording.ts";

/** A source in the pass through all of them. */
export type SourceToOpen = {
  /** Names it in the address of its page. */
  key: string;
  claim: EditedClaim;
  source: ClaimSource;
  /** Its page, as far as somebody has noted it. */
  candidate: Candidate;
  /** It has no link yet. */
  waits: boolean;
};

/** Lists the sources of claims, in printed order. Opinions have none. */
export const sourcesToOpen = (claims: readonly EditedClaim[]): SourceToOpen[] =>
  claims.flatMap((claim) => {
    const words = claim.draft ?? claim.live;
    if (words.kind === "opinion") return [];
    return [words, ...words.moreSources].flatMap((source, n) => {
      const { publisher, sourceUrl } = source;
      if (publisher === null) return [];
      const candidate = claim.candidates.find((one) => one.publisher === publisher);
      return [
        {
          key: `${claim.id}-${n + 1}`,
          claim,
          source,
          candidate: candidate ?? { publisher, title: null, url: null },
          waits: sourceUrl === null,
        },
      ];
    });
  });
