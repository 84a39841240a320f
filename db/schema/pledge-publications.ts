import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";
import { meetings } from "./targets.ts";

const ofMeeting = () => ({
  campaignId: campaignId(),
  meetingId: integer("meeting_id")
    .notNull()
    .references(() => meetings.id),
});

/** The totals everyone may read, as they were last published. They move only when enough pledges changed. */
export const pledgePublications = pgTable(
  "pledge_publications",
  {
    ...ofMeeting(),
    publishedAt: at("published_at").notNull(),
    /** Cells by name; see `PublishedTotals` in app/domain/entries/pledges/totals/published-totals.ts. */
    totals: jsonb("totals").notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.meetingId] })],
);

/**
 * Which pledges changed a cell since it was last published, each once. `before` is a keyed mark of what the
 * pledge added to the cell then (null: nothing): one that adds the same again has changed nothing, and its
 * row goes. `series` leads to nobody once its pledge is erased, and the rows go when the cell is published.
 */
export const pledgeChanges = pgTable(
  "pledge_changes",
  { ...ofMeeting(), cell: text("cell").notNull(), series: uuid("series").notNull(), before: bytea("before") },
  (t) => [primaryKey({ columns: [t.campaignId, t.meetingId, t.cell, t.series] })],
);
