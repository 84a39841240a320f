import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at } from "./columns.ts";

/** Milestones in signatures that a campaign has reached and still has. */
export const campaignMilestones = pgTable(
  "campaign_milestones",
  {
    campaignId: campaignId(),
    signatures: integer("signatures").notNull(),
    /** The hour since which there are as many. */
    reachedAt: at("reached_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.signatures] }),
    check("campaign_milestones_positive", sql`${t.signatures} > 0`),
  ],
);
