import { sql } from "drizzle-orm";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Decided, moderateLetter, type OnLetter } from "./moderate-letter.server.ts";

/**
 * Publishes a letter, or keeps it public after reports, if its writer agreed to be named and it is not on
 * hold.
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
