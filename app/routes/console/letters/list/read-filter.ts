import { letterRoles, letterStates } from "#app/domain/entries/letters/letter.ts";
import { type LetterFilter, likenesses } from "#app/domain/entries/letters/list/letter-list.ts";
import { isUuid } from "#app/lib/uuid.ts";

export type ReadFilter = { filter: LetterFilter; cursor: { side: "newer" | "older"; than: string } | null };

/** Reads the list's filter in the address. Unreadable values count as not given. */
export function readFilter(search: URLSearchParams): ReadFilter {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === search.get(name)) ?? null;
  const side = search.has("newer") ? "newer" : "older";
  const than = search.get(side);
  const locale = search.get("locale");
  const company = search.get("company");
  return {
    filter: {
      state: one("state", letterStates),
      onHold: search.get("held") === "yes",
      likeness: one("words", likenesses),
      role: one("as", letterRoles),
      locale: locale && /^[a-z]{2}$/.test(locale) ? locale : null,
      company: company || null,
    },
    cursor: than && isUuid(than) ? { side, than } : null,
  };
}

/** Returns the list's address for a filter; its first page unless a cursor is given. */
export function listAddress(filter: Partial<LetterFilter>, cursor: ReadFilter["cursor"] = null): string {
  const search = new URLSearchParams();
  if (filter.state) search.set("state", filter.state);
  if (filter.onHold) search.set("held", "yes");
  if (filter.likeness) search.set("words", filter.likeness);
  if (filter.role) search.set("as", filter.role);
  if (filter.locale) search.set("locale", filter.locale);
  if (filter.company) search.set("company", filter.company);
  if (cursor) search.set(cursor.side, cursor.than);
  return `?${search}`;
}

/** Counts the filters in use besides the state. */
export const narrowing = ({ state: _state, onHold, ...filter }: LetterFilter) =>
  Object.values(filter).filter((value) => value !== null).length + (onHold ? 1 : 0);
