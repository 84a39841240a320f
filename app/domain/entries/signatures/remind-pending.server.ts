import { sql } from "drizzle-orm";
import { remindUnconfirmed } from "#app/domain/entries/remind-unconfirmed.server.ts";
import type { Db } from "#db/index.ts";
import { signatures } from "#db/schema/index.ts";

/** Queues one reminder for each signature that waits to be confirmed. */
export const remindPending = (db: Db, now = new Date()): Promise<number> =>
  remindUnconfirmed(
    db,
    {
      table: signatures,
      waits: sql`e.state = 'pending'`,
      since: sql`e.signed_at`,
      template: "confirm-reminder",
      named: "signatureId",
      limit: "day",
    },
    now,
  );
