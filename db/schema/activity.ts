import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at } from "./columns.ts";

/**
 * Hourly sums of a campaign (UTC), kept by triggers in 16 slots like the counters
 * (docs/decisions/0006-counters-in-slots.md): only sums over slots mean something. Web processes add views
 * and visits. Older hours are folded into slot 0, and those by country or source into whole days.
 */
export const activityHours = pgTable(
  "activity_hours",
  {
    campaignId: campaignId(),
    /** See `Measure` in app/domain/activity/measure.ts. */
    measure: text("measure").notNull(),
    hour: at("hour").notNull(),
    /** Group of email providers, country, source, host or page; else empty. */
    value: text("value").notNull().default(""),
    slot: smallint("slot").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.measure, t.hour, t.value, t.slot] }),
    check("activity_hours_slot", sql`${t.slot} between 0 and 15`),
    check("activity_hours_whole", sql`extract(epoch from ${t.hour}) % 3600 = 0`),
    check("activity_hours_value_length", sql`char_length(${t.value}) <= 100`),
  ],
);
