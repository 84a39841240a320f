import { type NameReviewState, nameReviewStates } from "#app/domain/weeding/name-review.ts";

export type NameFilter = { state: NameReviewState; after: string | null };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filter in the address of the list. What cannot be read counts as not given. */
export function readFilter(search: URLSearchParams): NameFilter {
  const after = search.get("after");
  return {
    state: nameReviewStates.find((state) => state === search.get("state")) ?? "queued",
    after: after && uuid.test(after) ? after : null,
  };
}

/** The address of the list with a filter, and with what was just done. */
export function namesAddress({ state, after }: NameFilter, done: Record<string, string> = {}): string {
  return `?${new URLSearchParams({ state, ...(after && { after }), ...done })}`;
}
