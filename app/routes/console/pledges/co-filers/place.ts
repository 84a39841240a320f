import { type CoFilerState, coFilerStates } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import type { CoFilerCursor } from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { uuidPattern } from "#app/lib/uuid.ts";

/** What the address of the page tells: a meeting, a state alone or all of them, and where in its line. */
export type Place = {
  /** Of several companies, by its slug. */
  company: string | null;
  year: number | null;
  state: CoFilerState | null;
  cursor: CoFilerCursor | null;
  done: boolean;
};

/** A moment to the microsecond and the id of a pledge. */
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

/** False for a thirtieth of February, and for what is no moment at all. */
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
