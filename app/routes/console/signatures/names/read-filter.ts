import { wordKinds } from "#app/domain/moderation/comment-review.ts";
import type { WordFilter } from "#app/domain/moderation/list-words.server.ts";
import { nameReviewStates } from "#app/domain/names/name-review.ts";
import { commentReasons, nameReasons } from "#app/domain/screening/reasons.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** Lists reasons to choose from, of one kind or both. */
export const reasonsOf = (kind: WordFilter["kind"]) => [
  ...new Set([...(kind === "comment" ? [] : nameReasons), ...(kind === "name" ? [] : commentReasons)]),
];

/** Reads the list's filter in the address. Unreadable values count as not given. */
export function readFilter(search: URLSearchParams): WordFilter {
  const after = search.get("after");
  const kind = wordKinds.find((one) => one === search.get("kind")) ?? null;
  const reason = search.get("reason");
  return {
    state: nameReviewStates.find((state) => state === search.get("state")) ?? "queued",
    kind,
    reason: reason === "held" ? "held" : (reasonsOf(kind).find((one) => one === reason) ?? null),
    after: after && isUuid(after) ? after : null,
  };
}

/** Returns the list's address for a filter, with what was just done. */
export const wordsAddress = (
  { state, kind, reason, after }: WordFilter,
  done: Record<string, string> = {},
): string => {
  const filter = { state, ...(kind && { kind }), ...(reason && { reason }), ...(after && { after }) };
  return `?${new URLSearchParams({ ...filter, ...done })}`;
};
