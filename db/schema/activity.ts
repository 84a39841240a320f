import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity } from "./columns.ts";
import { supporters } from "./supporters.ts";

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

/**
 * A personal share link. Only the number of arrivals is kept: whom it brought is known until they confirm
 * (`signatures.share_link_id`), and then forgotten.
 */
export const shareLinks = pgTable(
  "share_links",
  {
    id: identity(),
    campaignId: campaignId(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    /** The `source` it carries. */
    code: text("code").notNull().unique(),
    arrived: integer("arrived").notNull().default(0),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    unique("share_links_one_a_person").on(t.supporterId, t.campaignId),
    check("share_links_code_shape", sql`${t.code} ~ '^p-[0-9a-hjkmnp-tv-z]{10}$'`),
  ],
);

/**
 * Hourly sums (UTC) of refusals, for the overview. The audit log gets an entry when a row is new and one for
 * the rest of its hour. Only ids, without foreign keys since they may outlive what they name; deleted after a
 * week.
 */
export const refusals = pgTable(
  "refusals",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    hour: at("hour").notNull(),
    /** A `RefusalReason`. */
    why: text("why").notNull(),
    organizerId: uuid("organizer_id"),
    campaignId: integer("campaign_id"),
    page: text("page"),
    /** Keyed hash of the network with the key of the day. */
    fromHash: bytea("from_hash"),
    n: integer("n").notNull(),
    /** How many of them are in the audit log. */
    logged: integer("logged").notNull(),
    lastAt: at("last_at").notNull(),
  },
  (t) => [
    unique("refusals_one_an_hour")
      .on(t.hour, t.why, t.organizerId, t.campaignId, t.page, t.fromHash)
      .nullsNotDistinct(),
    index("refusals_of_campaign").on(t.campaignId, t.lastAt),
    index("refusals_of_organizer").on(t.organizerId, t.lastAt),
  ],
);

/** A warning to a campaign's owners about many refusals, with the counts. */
export const refusalWarnings = pgTable(
  "refusal_warnings",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    campaignId: campaignId(),
    wrong: integer("wrong").notNull(),
    locked: integer("locked").notNull(),
    refused: integer("refused").notNull(),
    at: at("at").notNull(),
  },
  (t) => [index("refusal_warnings_of_campaign").on(t.campaignId, t.at.desc())],
);
