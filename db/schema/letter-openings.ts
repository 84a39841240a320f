import { bigint, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";
import { letterDispatches } from "./letter-dispatches.ts";
import { letters } from "./letters.ts";
import { organizers } from "./organizers.ts";

/** Which letters of a dispatch each organizer opened in the console, and when last. */
export const letterOpenings = pgTable(
  "letter_openings",
  {
    dispatchId: bigint("dispatch_id", { mode: "number" })
      .notNull()
      .references(() => letterDispatches.id, { onDelete: "cascade" }),
    organizerId: uuid("organizer_id")
      .notNull()
      .references(() => organizers.id, { onDelete: "cascade" }),
    letterId: bigint("letter_id", { mode: "number" })
      .notNull()
      .references(() => letters.id, { onDelete: "cascade" }),
    openedAt: at("opened_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.dispatchId, t.organizerId, t.letterId] }),
    index("letter_openings_letter").on(t.letterId),
  ],
);
