import { index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { at, erasedWith } from "./columns.ts";
import { letterDispatches } from "./letter-dispatches.ts";
import { letters } from "./letters.ts";
import { ofOrganizer } from "./organizers.ts";

/** Letters of a dispatch that each organizer opened in the console, and when last. */
export const letterOpenings = pgTable(
  "letter_openings",
  {
    dispatchId: erasedWith("dispatch_id", () => letterDispatches.id),
    organizerId: ofOrganizer(),
    letterId: erasedWith("letter_id", () => letters.id),
    openedAt: at("opened_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.dispatchId, t.organizerId, t.letterId] }),
    index("letter_openings_letter").on(t.letterId),
  ],
);
