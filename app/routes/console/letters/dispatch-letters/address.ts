import type { OpenedCursor } from "#app/domain/outgoing/dispatches/drafting/open-letters.server.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** Reads an address's place among the letters; null where unreadable. */
export function readCursor(url: string): OpenedCursor | null {
  const { searchParams: search } = new URL(url);
  const side = search.has("before") ? "before" : "after";
  const than = search.get(side) ?? "";
  return isUuid(than) ? { side, than } : null;
}

/** Writes such a query; `done`: what the last button did. */
export function pageAddress(cursor: OpenedCursor | null, done: string | null = null): string {
  const search = new URLSearchParams();
  if (cursor) search.set(cursor.side, cursor.than);
  if (done) search.set("done", done);
  return `?${search}`;
}
