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

/** The public totals as last published. They only move when enough pledges have changed. */
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
 * Which pledges changed a cell since it was last published, each once. `before` is what the pledge added to
 * it then (null: nothing), sealed alike: if it adds the same again, nothing changed and its row is deleted.
 * `series` leads to nobody once its pledge is erased; rows are deleted when the cell is published.
 */
export const pledgeChanges = pgTable(
  "pledge_changes",
  { ...ofMeeting(), cell: text("cell").notNull(), series: uuid("series").notNull(), before: bytea("before") },
  (t) => [primaryKey({ columns: [t.campaignId, t.meetingId, t.cell, t.series] })],
);
