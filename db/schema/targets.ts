import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  integer,
  numeric,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { at } from "./columns.ts";

export const meetingStatus = pgEnum("meeting_status", ["expected", "announced", "open", "closed", "results"]);
export const ballotItemStatus = pgEnum("ballot_item_status", [
  "proposed",
  "filed",
  "challenged",
  "excluded",
  "withdrawn",
  "on_ballot",
  "voted",
]);

/** Where a configured value comes from. Without `verifiedAt` the interface says "not verified". */
const provenance = () => ({
  asOf: date("as_of", { mode: "string" }),
  sourceUrl: text("source_url"),
  verifiedAt: at("verified_at"),
  verifiedBy: text("verified_by"),
});

/** A company that campaigns address. */
export const targets = pgTable("targets", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  ticker: text("ticker").notNull(),
  exchange: text("exchange").notNull(),
  cik: text("cik"),
  incorporatedIn: text("incorporated_in"),
  /** `MM-DD` */
  fiscalYearEnd: text("fiscal_year_end"),
  secretaryAddress: text("secretary_address"),
  investorRelationsEmail: text("investor_relations_email"),
  investorRelationsPhone: text("investor_relations_phone"),
  ...provenance(),
});

export const meetings = pgTable(
  "meetings",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id),
    year: smallint("year").notNull(),
    status: meetingStatus("status").notNull(),
    meetingOn: date("meeting_on", { mode: "string" }),
    recordDate: date("record_date", { mode: "string" }),
    voteBy: at("vote_by"),
    planVoteBy: at("plan_vote_by"),
    proxyFiledOn: date("proxy_filed_on", { mode: "string" }),
    portalUrl: text("portal_url"),
    ...provenance(),
  },
  (t) => [
    unique("meetings_target_year").on(t.targetId, t.year),
    check("meetings_dated_unless_expected", sql`${t.status} = 'expected' or ${t.meetingOn} is not null`),
  ],
);

export const ballotItems = pgTable(
  "ballot_items",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id),
    number: smallint("number"),
    title: text("title").notNull(),
    proponent: text("proponent"),
    boardRecommendation: text("board_recommendation"),
    campaignRecommendation: text("campaign_recommendation"),
    status: ballotItemStatus("status").notNull(),
    votesFor: bigint("votes_for", { mode: "bigint" }),
    votesAgainst: bigint("votes_against", { mode: "bigint" }),
    votesAbstain: bigint("votes_abstain", { mode: "bigint" }),
    brokerNonVotes: bigint("broker_non_votes", { mode: "bigint" }),
    /** What is known of the result while exact votes are not recorded, as it was reported. */
    reportedResult: text("reported_result"),
    ...provenance(),
  },
  (t) => [
    // What refers to an item names its meeting too, so that both are of one meeting.
    unique("ballot_items_of_meeting").on(t.id, t.meetingId),
  ],
);

export const issuerSnapshots = pgTable("issuer_snapshots", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  targetId: integer("target_id")
    .notNull()
    .references(() => targets.id),
  sharesOutstanding: bigint("shares_outstanding", { mode: "bigint" }),
  price: numeric("price", { precision: 18, scale: 6 }),
  priceHigh60d: numeric("price_high_60d", { precision: 18, scale: 6 }),
  ...provenance(),
});
