import { isUuid } from "#app/lib/uuid.ts";
import { isDay } from "./day.ts";
import type { Cursor } from "./keyset.server.ts";

/** One filter of a list, a parameter of its address and an option of its command. */
export type Filter<Value = unknown> = {
  kind: "choice" | "day" | "flag" | "text";
  values: readonly string[];
  /** Returns null for text it does not know. */
  read: (text: string) => Value | null;
} & Told;

type Told = {
  /** The option's help. */
  help?: string;
  /** Its name in addresses, and that of its option, if it has others there. */
  at?: string;
  option?: string;
};

export type Filters = Record<string, Filter>;

/** The value chosen for each filter; null: not filtered by it. */
export type Chosen<F extends Filters> = { [N in keyof F]: F[N] extends Filter<infer V> ? V | null : never };

/** Filters by one of several values. */
export const oneOf = <const Value extends string>(
  values: readonly Value[],
  told: Told = {},
): Filter<Value> => ({
  kind: "choice",
  values,
  read: (text) => values.find((value) => value === text) ?? null,
  ...told,
});

/** Filters by a day in UTC, `YYYY-MM-DD`. */
export const day = (help: string) => textThat(isDay, { help }, "day");

/** Filters by text that has a form. */
export const textThat = (
  fits: (text: string) => boolean,
  told: Told,
  kind: "day" | "text" = "text",
): Filter<string> => ({ kind, values: [], read: (text) => (fits(text) ? text : null), ...told });

/** Filters by `yes`. */
export const flag = (told: Told): Filter<true> => ({
  kind: "flag",
  values: ["yes"],
  read: (text) => text === "yes" || null,
  ...told,
});

/** Returns the choice of no filter: the whole list. */
export const wholeOf = <F extends Filters>(filters: F) =>
  Object.fromEntries(Object.keys(filters).map((name) => [name, null])) as Chosen<F>;

/** What an address asks of a list. `bad`: the unreadable parts, which count as not given. */
export type Asked<F extends Filters> = { chosen: Chosen<F>; cursor: Cursor | null; bad: string[] };

/** Reads a list's address. */
export function readAddress<F extends Filters>(filters: F, search: URLSearchParams): Asked<F> {
  const bad: string[] = [];
  const read = <Value>(name: string, take: (text: string) => Value | null) => {
    const text = search.get(name)?.trim();
    const value = text ? take(text) : null;
    if (text && value === null) bad.push(name);
    return value;
  };
  const all = Object.entries(filters).map(([name, filter]) => [name, read(filter.at ?? name, filter.read)]);
  const side = search.has("newer") ? "newer" : "older";
  const than = read(side, (text) => (isUuid(text) ? text : null));
  const chosen = Object.fromEntries(all) as Chosen<F>;
  return { chosen, cursor: than === null ? null : { side, than }, bad };
}

/**
 * Returns a list's address; its first page unless a cursor is given. `kept` are parameters that are no
 * filters, such as a meeting.
 */
export function addressOf<F extends Filters>(
  filters: F,
  chosen: Partial<Chosen<F>>,
  { cursor = null, kept = {} }: { cursor?: Cursor | null; kept?: Kept } = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value !== null) search.set(name, String(value));
  for (const [name, value] of Object.entries(chosen))
    if (value != null) search.set(filters[name]?.at ?? name, value === true ? "yes" : String(value));
  if (cursor) search.set(cursor.side, cursor.than);
  return `?${search}`;
}

export type Kept = Record<string, string | number | null>;
