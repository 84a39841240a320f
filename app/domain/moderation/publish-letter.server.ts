import { sql } from "drizzle-orm";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Decided, moderateLetter, type OnLetter } from "./moderate-letter.server.ts";

/**
 * Puts a letter among those that everyone may read, or leaves it there after reports. Only that of a writer
 * who agreed to be named, and none that is held.
 */
export async function publishLetter(
  db: Db,
  keys: Keys,
  reviewed: OnLetter,
  now = new Date(),
): Promise<Decided<"published">> {
  const decision = {
    action: "letter-published",
    set: sql`publication = 'published'`,
    where: sql`l.publication <> 'private' and l.display <> 'anonymous' and not (${isOnHold})`,
  } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now);
  return { outcome: done ? "published" : "changed" };
}
