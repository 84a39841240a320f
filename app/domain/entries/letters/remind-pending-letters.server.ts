import { sql } from "drizzle-orm";
import { remindUnconfirmed } from "#app/domain/entries/remind-unconfirmed.server.ts";
import type { Db } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";

/** Queues one reminder for each letter that waits to be confirmed. */
export const remindPendingLetters = (db: Db, now = new Date()): Promise<number> =>
  remindUnconfirmed(
    db,
    {
      table: letters,
      waits: sql`e.state = 'email_pending'`,
      since: sql`e.created_at`,
      template: "confirm-letter-reminder",
      named: "letterId",
      limit: "kind",
    },
    now,
  );
