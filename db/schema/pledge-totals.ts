import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity } from "./columns.ts";
import { holdingForm, pledgeKind, pledges, pledgeVerification } from "./pledges.ts";
import { ballotItems, meetings } from "./targets.ts";

export const voteIntention = pgEnum("vote_intention", ["for", "against", "abstain", "undecided"]);
export const willingness = pgEnum("willingness", ["cofile", "attend", "ask_question", "write_ir", "media"]);

/** An intention for one ballot item, or in general (for a fund: only in general). */
export const pledgeIntentions = pgTable(
  "pledge_intentions",
  {
    id: identity(),
    pledgeId: bigint("pledge_id", { mode: "number" }).notNull(),
    meetingId: integer("meeting_id").notNull(),
    kind: pledgeKind("kind").notNull(),
    /** Null: in general. */
    ballotItemId: integer("ballot_item_id"),
    intention: voteIntention("intention").notNull(),
  },
  (t) => [
    unique("pledge_intentions_one_an_item").on(t.pledgeId, t.ballotItemId).nullsNotDistinct(),
    foreignKey({
      name: "pledge_intentions_pledge",
      columns: [t.pledgeId, t.meetingId, t.kind],
      foreignColumns: [pledges.id, pledges.meetingId, pledges.kind],
    }).onDelete("cascade"),
    foreignKey({
      name: "pledge_intentions_item_of_meeting",
      columns: [t.ballotItemId, t.meetingId],
      foreignColumns: [ballotItems.id, ballotItems.meetingId],
    }),
    check("pledge_intentions_fund_in_general", sql`${t.kind} <> 'fund' or ${t.ballotItemId} is null`),
  ],
);

/** What else a holder would do. */
export const pledgeWilling = pgTable(
  "pledge_willing",
  { pledgeId: erasedWith("pledge_id", () => pledges.id), willing: willingness("willing").notNull() },
  (t) => [primaryKey({ columns: [t.pledgeId, t.willing] })],
);

/** An exact sum of shares, with 19 digits before the point. */
const shares = (name: string, scale: number) =>
  numeric(name, { precision: 19 + scale, scale })
    .notNull()
    .default("0");

/**
 * Sums over active pledges, updated in the pledge's own transaction. Rows without an item count each pledge
 * once, by general intention (null: none given); rows with an item count it again, by its intention there.
 * Never add both kinds.
 */
export const pledgeTotals = pgTable(
  "pledge_totals",
  {
    id: identity(),
    campaignId: campaignId(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id),
    kind: pledgeKind("kind").notNull(),
    verification: pledgeVerification("verification").notNull(),
    holdingForm: holdingForm("holding_form").notNull(),
    ballotItemId: integer("ballot_item_id"),
    intention: voteIntention("intention"),
    holders: integer("holders").notNull().default(0),
    /** From numbers: with fractions, and each rounded down. */
    shares: shares("shares", 6),
    wholeShares: shares("whole_shares", 0),
    /** From ranges: sums of lower and of upper bounds. */
    bucketHolders: integer("bucket_holders").notNull().default(0),
    bucketMin: shares("bucket_min", 0),
    bucketMax: shares("bucket_max", 0),
  },
  (t) => [
    unique("pledge_totals_one_row_a_cell")
      .on(t.campaignId, t.meetingId, t.kind, t.verification, t.holdingForm, t.ballotItemId, t.intention)
      .nullsNotDistinct(),
    foreignKey({
      name: "pledge_totals_item_of_meeting",
      columns: [t.ballotItemId, t.meetingId],
      foreignColumns: [ballotItems.id, ballotItems.meetingId],
    }),
    check("pledge_totals_item_has_intention", sql`${t.ballotItemId} is null or ${t.intention} is not null`),
    check(
      "pledge_totals_never_negative",
      sql`least(${t.holders}, ${t.shares}, ${t.wholeShares}, ${t.bucketHolders}, ${t.bucketMin},
          ${t.bucketMax}) >= 0`,
    ),
    // NaN is above every number.
    check(
      "pledge_totals_are_numbers",
      sql`greatest(${t.shares}, ${t.wholeShares}, ${t.bucketMin}, ${t.bucketMax}) < 'NaN'`,
    ),
    check("pledge_totals_whole_within_shares", sql`${t.wholeShares} <= ${t.shares}`),
    check("pledge_totals_bucket_is_a_range", sql`${t.bucketMin} <= ${t.bucketMax}`),
    check("pledge_totals_bucket_holders_within", sql`${t.bucketHolders} <= ${t.holders}`),
    check(
      "pledge_totals_shares_have_holders",
      sql`(${t.shares} = 0 or ${t.holders} > ${t.bucketHolders})
        and (${t.bucketMax} = 0 or ${t.bucketHolders} > 0)`,
    ),
    check(
      "pledge_totals_fund_in_general",
      sql`${t.kind} <> 'fund' or (${t.ballotItemId} is null and ${t.shares} = 0 and ${t.bucketHolders} = 0)`,
    ),
  ],
);

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
