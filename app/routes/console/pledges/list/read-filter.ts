import { isDay } from "#app/domain/base/day.ts";
import { listedStates, type PledgeFilter } from "#app/domain/entries/pledges/list/pledge-list.ts";
import {
  holdingForms,
  pledgeKinds,
  pledgeOutcomes,
  verifications,
  willingnesses,
} from "#app/domain/entries/pledges/pledge.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { useCompanies } from "#app/ui/console/companies.ts";

export type ReadFilter = {
  /** Year of the meeting; null: the one that the campaign takes pledges for. */
  year: number | null;
  filter: PledgeFilter;
  cursor: { side: "newer" | "older"; than: string } | null;
  /** An invalid day was given. */
  badDay: boolean;
};

/** Values of each filter. */
export const choices = {
  kind: pledgeKinds,
  holding: holdingForms,
  verification: verifications,
  willing: willingnesses,
  outcome: pledgeOutcomes,
} as const;

/** Reads the list's filter in the address. Unreadable values count as not given. */
export function readFilter(search: URLSearchParams): ReadFilter {
  const given = (name: string) => search.get(name)?.trim() || null;
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === given(name)) ?? null;
  const day = (name: string) => {
    const text = given(name);
    return text && isDay(text) ? text : null;
  };
  const side = search.has("newer") ? "newer" : "older";
  const than = given(side);
  const filter: PledgeFilter = {
    state: one("state", listedStates),
    kind: one("kind", choices.kind),
    holding: one("holding", choices.holding),
    verification: one("verification", choices.verification),
    willing: one("willing", choices.willing),
    outcome: one("outcome", choices.outcome),
    from: day("from"),
    to: day("to"),
  };
  const badDay = (["from", "to"] as const).some((name) => given(name) !== null && filter[name] === null);
  const year = /^\d{4}$/.test(given("meeting") ?? "") ? Number(given("meeting")) : null;
  return { year, filter, cursor: than && isUuid(than) ? { side, than } : null, badDay };
}

/**
 * Returns how to write the list's address with a filter: its first page unless a cursor is given. If there
 * are several companies, it keeps the page's one.
 */
export function useListAddress() {
  const { companies, current } = useCompanies();
  const company = companies.length > 1 ? (current?.slug ?? null) : null;
  return (year: number | null, filter: Partial<PledgeFilter>, cursor: ReadFilter["cursor"] = null) =>
    listAddress(year, filter, cursor, company);
}

function listAddress(
  year: number | null,
  filter: Partial<PledgeFilter>,
  cursor: ReadFilter["cursor"],
  company: string | null,
): string {
  const search = new URLSearchParams();
  if (company !== null) search.set("company", company);
  if (year !== null) search.set("meeting", String(year));
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  if (cursor) search.set(cursor.side, cursor.than);
  return `?${search}`;
}

/** Counts the filters in use besides state and meeting. */
export const narrowing = ({ state: _state, ...filter }: PledgeFilter) =>
  Object.values(filter).filter((value) => value !== null).length;
