import { sql } from "drizzle-orm";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Decided, moderateLetter, type OnLetter } from "./moderate-letter.server.ts";
import type { HidingReason } from "./moderation.ts";

/** Takes a letter from the public page, or never puts it there. Its delivery continues. */
export async function hideLetter(
  db: Db,
  keys: Keys,
  { reason, ...reviewed }: OnLetter & { reason: HidingReason },
  now = new Date(),
): Promise<Decided<"hidden">> {
  const decision = {
    action: "letter-hidden",
    reason,
    set: sql`publication = 'hidden'`,
    where: sql`l.publication <> 'private' and not (${isOnHold})`,
  } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now);
  return { outcome: done ? "hidden" : "changed" };
}
