import type { QueueCursor } from "#app/domain/moderation/list-moderation.server.ts";
import { type ModerationKind, moderationKinds } from "#app/domain/moderation/moderation.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** The queue's address: a kind, the position in it, and what the last button did. */
export type Place = { kind: ModerationKind | null; cursor: QueueCursor | null; done: string | null };

/** Reads an address's place. Unreadable values count as not given. */
export function readPlace(url: string): Place {
  const { searchParams: search } = new URL(url);
  const side = search.has("before") ? "before" : "after";
  const than = search.get(side) ?? "";
  return {
    kind: moderationKinds.find((kind) => kind === search.get("kind")) ?? null,
    cursor: isUuid(than) ? { side, than } : null,
    done: search.get("done"),
  };
}

export function placeAddress({ kind = null, cursor = null, done = null }: Partial<Place>): string {
  const search = new URLSearchParams();
  if (kind) search.set("kind", kind);
  if (cursor) search.set(cursor.side, cursor.than);
  if (done) search.set("done", done);
  return `?${search}`;
}
