import { sql } from "drizzle-orm";
import { queueWriterEmail } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Decided, moderateLetter, type OnLetter } from "./moderate-letter.server.ts";
import type { LetterRefusalReason } from "./moderation.ts";

/** Refuses a letter that was not handed over, and tells its writer why. */
export async function refuseLetter(
  db: Db,
  keys: Keys,
  { reason, ...reviewed }: OnLetter & { reason: LetterRefusalReason },
  now = new Date(),
): Promise<Decided<"refused">> {
  const decision = {
    action: "letter-refused",
    reason,
    set: sql`state = 'refused',
      publication = case l.publication when 'private' then 'private' else 'hidden' end::letter_publication`,
    where: sql`l.state in ('confirmed', 'queued') and l.handed_over_at is null`,
  } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now, (tx, letterId) =>
    queueWriterEmail(tx, { letterId, template: "letter-refused" }, now),
  );
  return { outcome: done ? "refused" : "changed" };
}
