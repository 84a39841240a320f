import type { ClaimSource, ClaimWords } from "#app/domain/campaign/wording.ts";
import type { Db } from "#db/index.ts";
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
