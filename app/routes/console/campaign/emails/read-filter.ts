import type { TroubleFilter } from "#app/domain/outbox/outcomes/list-troubles.server.ts";
import { mailKindNames, troubles } from "#app/domain/outbox/trouble.ts";

/** Reads the filter in the address; ignores what it does not know. */
export function readFilter(search: URLSearchParams): TroubleFilter {
  const cursor = (["newer", "older"] as const).flatMap((side) => {
    const than = search.get(side);
    return than !== null && /^[1-9]\d{0,14}$/.test(than) ? [{ side, than: Number(than) }] : [];
  })[0];
  return {
    state: troubles.find((one) => one === search.get("state")) ?? null,
    kind: mailKindNames.find((one) => one === search.get("kind")) ?? null,
    cursor: cursor ?? null,
  };
}

/** Returns the address of a list page. */
export function troublesAddress({ state, kind, cursor }: TroubleFilter): string {
  const search = new URLSearchParams({
    ...(state && { state }),
    ...(kind && { kind }),
    ...(cursor && { [cursor.side]: String(cursor.than) }),
  });
  return search.size === 0 ? "." : `?${search}`;
}
