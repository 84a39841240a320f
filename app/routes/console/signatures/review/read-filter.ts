import type { ReviewFilter } from "#app/domain/review/list-reviews.server.ts";
import { reviewStates } from "#app/domain/review/review.ts";
import { reviewReasons } from "#app/domain/review/scoring/signal.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** The filter in the address of the list. What cannot be read counts as not given. */
export function readFilter(search: URLSearchParams): ReviewFilter {
  const after = search.get("after");
  return {
    state: reviewStates.find((state) => state === search.get("state")) ?? "queued",
    reason: reviewReasons.find((reason) => reason === search.get("reason")) ?? null,
    after: after && isUuid(after) ? after : null,
  };
}

/** The address of the list with a filter, and with what was just done. */
export function reviewAddress(
  { state, reason, after }: ReviewFilter,
  done: Record<string, string> = {},
): string {
  const filter = { index: "", state, ...(reason && { reason }), ...(after && { after }) };
  return `?${new URLSearchParams({ ...filter, ...done })}`;
}
