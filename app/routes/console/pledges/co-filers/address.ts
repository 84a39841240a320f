import { type CoFilerState, coFilerStates } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import type { CoFilerCursor } from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { uuidPattern } from "#app/lib/uuid.ts";

/** The page's address: a meeting, one state or all, and the position in its list. */
export type Place = {
  /** A company's slug, if there are several. */
  company: string | null;
  year: number | null;
  state: CoFilerState | null;
  cursor: CoFilerCursor | null;
  done: boolean;
};

/** A pledge's position: a moment to the microsecond and an id. */
const moment = "(?:19|20)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
const written = RegExp(`^(${moment})~(${uuidPattern})$`);

/** Reads an address's place. Unreadable values count as not given. */
export function readPlace(url: string): Place {
  const { searchParams: search } = new URL(url);
  const year = search.get("meeting") ?? "";
  const state = coFilerStates.find((known) => known === search.get("state")) ?? null;
  const side = search.has("older") ? ("older" as const) : ("newer" as const);
  const [, since, publicId] = written.exec(search.get(side) ?? "") ?? [];
  const known = state && since && publicId && isMoment(since);
  return {
    company: search.get("company"),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    state,
    cursor: known ? { side, than: { since, publicId } } : null,
    done: search.has("done"),
  };
}

/** False for February 30, and for what is no date. */
function isMoment(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19);
}

export function placeAddress(place: Partial<Place>) {
  const { company = null, year = null, state = null, cursor = null, done = false } = place;
  const search = new URLSearchParams();
  if (company !== null) search.set("company", company);
  if (year !== null) search.set("meeting", String(year));
  if (state !== null) search.set("state", state);
  if (cursor) search.set(cursor.side, `${cursor.than.since}~${cursor.than.publicId}`);
  if (done) search.set("done", "1");
  return `?${search}`;
}
