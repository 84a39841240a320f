import type { ReviewFilter } from "#app/domain/review/list-reviews.server.ts";
import { reviewStates } from "#app/domain/review/review.ts";
import { reviewReasons } from "#app/domain/review/scoring/signal.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** Reads the list's filter in the address. Unreadable values count as not given. */
export function readFilter(search: URLSearchParams): ReviewFilter {
  const after = search.get("after");
  return {
    state: reviewStates.find((state) => state === search.get("state")) ?? "queued",
    reason: reviewReasons.find((reason) => reason === search.get("reason")) ?? null,
    after: after && isUuid(after) ? after : null,
  };
}

/** Returns the list's address for a filter, with what was just done. */
export function reviewAddress(
  { state, reason, after }: ReviewFilter,
  done: Record<string, string> = {},
): string {
  const filter = { index: "", state, ...(reason && { reason }), ...(after && { after }) };
  return `?${new URLSearchParams({ ...filter, ...done })}`;
}
