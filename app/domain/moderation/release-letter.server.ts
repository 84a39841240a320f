import { sql } from "drizzle-orm";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { queueWriterEmail } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Decided, moderateLetter, type OnLetter } from "./moderate-letter.server.ts";

/** Releases a letter on hold: it waits for the next dispatch like any other, and its writer gets an email. */
export async function releaseLetter(
  db: Db,
  keys: Keys,
  reviewed: OnLetter,
  now = new Date(),
): Promise<Decided<"released">> {
  const decision = { action: "letter-released", set: sql`state = l.state`, where: isOnHold } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now, (tx, letterId) =>
    queueWriterEmail(tx, { letterId, template: "letter-released" }, now),
  );
  return { outcome: done ? "released" : "changed" };
}
