import type { ClaimSource, EditedClaim } from "#app/domain/campaign/wording.ts";

/** Minutes to undo a removal of claims. */
export const removalUndoMinutes = 10;

/** What happens to a claim chosen for removal. */
export type ClaimFate =
  /** It was never public: it is deleted. */
  | "deleted"
  /** It is public: it is unpublished and kept as a draft. */
  | "withdrawn"
  /** It was public before and is off the page: it stays. */
  | "kept"
  /** It is public, and the organizer may not publish: it stays. */
  | "no-right";

export const removalOutcome = (
  { published, wasPublished }: Pick<EditedClaim, "published" | "wasPublished">,
  mayManage: boolean,
): ClaimFate => {
  if (published) return mayManage ? "withdrawn" : "no-right";
  return wasPublished ? "kept" : "deleted";
};

export type SharedSource = { publisher: string; title: string | null; claims: number[] };

const sourcesOf = ({ live, draft }: EditedClaim): ClaimSource[] =>
  [live, draft].flatMap((words) => (words ? [words, ...words.moreSources] : []));

const keyOf = ({ publisher, publishedOn, sourceUrl }: ClaimSource) =>
  publisher === null ? null : (sourceUrl ?? `${publisher} ${publishedOn ?? ""}`);

/** Returns the sources of `going` that `staying` name as well, each with the numbers of those. */
export function sharedSources(
  going: readonly EditedClaim[],
  staying: readonly EditedClaim[],
): SharedSource[] {
  const shared = new Map<string, SharedSource>();
  for (const source of going.flatMap(sourcesOf)) {
    const key = keyOf(source);
    if (key === null || shared.has(key)) continue;
    const claims = staying.filter((claim) => sourcesOf(claim).some((one) => keyOf(one) === key));
    if (claims.length > 0)
      shared.set(key, {
        publisher: source.publisher ?? "",
        title: source.sourceTitle,
        claims: claims.map(({ position }) => position).sort((a, b) => a - b),
      });
  }
  return [...shared.values()];
}
