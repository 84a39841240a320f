import type { Candidate } from "#app/domain/campaign/campaign.ts";
import type { ClaimSource, EditedClaim } from "#app/domain/campaign/wording.ts";

/** A page as an organizer verified it for the statement of this number. */
type VerifiedPage = { position: number; title: string | null; url: string; archive: string | null };

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
  /** Its page, if an organizer verified it for another source. Whether it supports this one is still open. */
  verified: VerifiedPage | null;
};

/** Lists sources in printed order, those by one publisher of one day together. Opinions have none. */
export function sourcesToOpen(claims: readonly EditedClaim[]): SourceToOpen[] {
  const sources = claims.flatMap((claim) => {
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
  const together = new Map<string, Listed[]>();
  for (const one of sources) {
    const day = dayOf(one) ?? one.key;
    together.set(day, [...(together.get(day) ?? []), one]);
  }
  return [...together.values()].flatMap((ofDay) =>
    ofDay.map((one) => ({ ...one, verified: one.waits ? verifiedFor(one, ofDay) : null })),
  );
}

type Listed = Omit<SourceToOpen, "verified">;

/** The publisher and the day; null: no day is known, so others need not be the same page. */
const dayOf = ({ source: { publisher, publishedOn, publishedPrecision } }: Listed) =>
  publishedPrecision === "day" && publishedOn ? `${publishedOn} ${publisher}` : null;

/** Finds the page that was verified last; one with another title is another page. */
function verifiedFor({ candidate }: Listed, ofDay: readonly Listed[]): VerifiedPage | null {
  const pages = ofDay.flatMap(({ claim, source }) => {
    const { sourceTitle: title, sourceUrl: url, archiveUrl: archive, urlVerifiedAt: at } = source;
    const isOther = title !== null && candidate.title !== null && !isSameTitle(title, candidate.title);
    return url === null || at === null || isOther
      ? []
      : [{ position: claim.position, title, url, archive, at }];
  });
  const [last] = pages.sort((one, other) => other.at.localeCompare(one.at));
  if (!last) return null;
  const { at: _at, ...page } = last;
  return page;
}

const isSameTitle = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
