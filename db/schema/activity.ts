import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at } from "./columns.ts";

/**
 * What happened in a campaign in each hour (UTC), kept by the triggers of migration "activity" in 16 slots as
 * the counters are (docs/decisions/0006-counters-in-slots.md): only sums over slots mean something. Views and
 * visits are added by the web processes. Hours of yesterday and before are folded into slot 0, and what is
 * kept by `value` of a country or a source into whole days.
 */
export const activityHours = pgTable(
  "activity_hours",
  {
    campaignId: campaignId(),
    /** What was counted: see `Measure` in app/domain/upkeep/activity/measure.ts. */
    measure: text("measure").notNull(),
    hour: at("hour").notNull(),
    /** Group of mail providers, country, source, host or page; empty where there is none. */
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
