import { bigint, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";

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
