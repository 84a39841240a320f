import { isDay } from "#app/domain/base/day.ts";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { isUuid } from "#app/lib/uuid.ts";

export type ReadFilter = {
  state: SignatureState | null;
  from: string | null;
  to: string | null;
  cursor: { side: "newer" | "older"; than: string } | null;
  /** An invalid day was given. */
  badDay: boolean;
};

/** Reads the list's filter in the address. Unreadable values count as not given. */
export function readFilter(search: URLSearchParams): ReadFilter {
  const given = (name: string) => search.get(name)?.trim() || null;
  const day = (name: string) => {
    const text = given(name);
    return text && isDay(text) ? text : null;
  };
  const side = search.has("newer") ? "newer" : "older";
  const than = given(side);
  const from = day("from");
  const to = day("to");
  return {
    state: signatureStates.find((state) => state === search.get("state")) ?? null,
    from,
    to,
    cursor: than && isUuid(than) ? { side, than } : null,
    badDay: (given("from") !== null && from === null) || (given("to") !== null && to === null),
  };
}

/** Returns the list's address for a filter; its first page unless a cursor is given. */
export function listAddress(filter: Partial<ReadFilter>): string {
  const search = new URLSearchParams();
  for (const name of ["state", "from", "to"] as const) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  if (filter.cursor) search.set(filter.cursor.side, filter.cursor.than);
  return `?${search}`;
}
