import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { at } from "./columns.ts";

export const meetingStatus = pgEnum("meeting_status", ["expected", "announced", "open", "closed", "results"]);
export const proposer = pgEnum("proposer", ["company", "shareholder"]);

export const ballotItemStatus = pgEnum("ballot_item_status", [
  "proposed",
  "filed",
  "challenged",
  "excluded",
  "withdrawn",
  "on_ballot",
  "voted",
]);

/** Source of a configured value. Without `verifiedAt` the interface says "not verified". */
const provenance = () => ({
  asOf: date("as_of", { mode: "string" }),
  sourceUrl: text("source_url"),
  verifiedAt: at("verified_at"),
  verifiedBy: text("verified_by"),
});

/** A company that campaigns address. */
export const targets = pgTable(
  "targets",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    slug: text("slug").notNull().unique(),
    /** Its common name. */
    name: text("name").notNull(),
    /** Null: not entered yet. */
    legalName: text("legal_name"),
    /** Common names in other languages. */
    names: jsonb("names").$type<Record<string, string>>().notNull().default({}),
    ticker: text("ticker").notNull(),
    exchange: text("exchange").notNull(),
    /** Its exchange's zone in the time-zone database, for days and times of its meetings. */
    zone: text("zone").notNull().default("America/New_York"),
    /** ISO 3166-1 alpha-2. */
    country: text("country").notNull().default("US"),
    /** The law of its meetings: a file in `app/domain/base/jurisdictions`. */
    jurisdiction: text("jurisdiction").notNull().default("us"),
    /** The register of `registerNumber`; null: unknown. */
    register: text("register"),
    registerNumber: text("cik"),
    /** Votes per share of each class, in one line. */
    shareVotes: text("share_votes"),
    investorRelationsUrl: text("investor_relations_url"),
    incorporatedIn: text("incorporated_in"),
    /** `MM-DD` */
    fiscalYearEnd: text("fiscal_year_end"),
    secretaryAddress: text("secretary_address"),
    investorRelationsEmail: text("investor_relations_email"),
    investorRelationsPhone: text("investor_relations_phone"),
    ...provenance(),
  },
  (t) => [
    unique("targets_zone").on(t.id, t.zone),
    check("targets_country_is_two_letters", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("targets_ir_page_is_https", sql`${t.investorRelationsUrl} ~ '^https://'`),
    check("targets_source_is_https", sql`${t.sourceUrl} ~ '^https://'`),
    check("targets_verified_by_someone", sql`(${t.verifiedAt} is null) = (${t.verifiedBy} is null)`),
  ],
);

export const meetings = pgTable(
  "meetings",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id),
    /** Its company's, repeated because a constraint reads no other table. */
    zone: text("zone").notNull().default("America/New_York"),
    year: smallint("year").notNull(),
    status: meetingStatus("status").notNull(),
    /** The day in `zone`. */
    meetingOn: date("meeting_on", { mode: "string" }),
    meetingAt: at("meeting_at"),
    recordDate: date("record_date", { mode: "string" }),
    ballotOpenOn: date("ballot_open_on", { mode: "string" }),
    voteBy: at("vote_by"),
    /** For employee plans, whose trustee stops earlier. */
    planVoteBy: at("plan_vote_by"),
    /** The last day for proposals under Rule 14a-8. */
    proposalDeadline: date("proposal_deadline", { mode: "string" }),
    proxyFiledOn: date("proxy_filed_on", { mode: "string" }),
    portalUrl: text("portal_url"),
    ...provenance(),
  },
  (t) => [
    unique("meetings_target_year").on(t.targetId, t.year),
    foreignKey({
      name: "meetings_in_zone_of_target",
      columns: [t.targetId, t.zone],
      foreignColumns: [targets.id, targets.zone],
    }).onUpdate("cascade"),
    check("meetings_dated_unless_expected", sql`${t.status} = 'expected' or ${t.meetingOn} is not null`),
    check("meetings_time_on_its_day", sql`(${t.meetingAt} at time zone ${t.zone})::date = ${t.meetingOn}`),
    check(
      "meetings_dates_in_order",
      sql`${t.recordDate} <= ${t.meetingOn}
        and (${t.voteBy} at time zone ${t.zone})::date <= ${t.meetingOn}
        and ${t.planVoteBy} <= ${t.voteBy}`,
    ),
    check("meetings_day_in_its_year", sql`extract(year from ${t.meetingOn}) = ${t.year}`),
    check(
      "meetings_record_before_votes",
      sql`${t.recordDate} <= (${t.voteBy} at time zone ${t.zone})::date
        and ${t.recordDate} <= (${t.planVoteBy} at time zone ${t.zone})::date`,
    ),
    check(
      "meetings_ballot_opens_in_time",
      sql`${t.recordDate} <= ${t.ballotOpenOn} and ${t.ballotOpenOn} <= ${t.meetingOn}
        and ${t.ballotOpenOn} <= (${t.voteBy} at time zone ${t.zone})::date`,
    ),
    check(
      "meetings_votes_before_it",
      sql`${t.voteBy} <= ${t.meetingAt} and ${t.planVoteBy} <= ${t.meetingAt}
        and (${t.planVoteBy} at time zone ${t.zone})::date <= ${t.meetingOn}`,
    ),
    check(
      "meetings_papers_before_it",
      sql`${t.proposalDeadline} <= ${t.meetingOn} and ${t.proxyFiledOn} <= ${t.meetingOn}`,
    ),
    check("meetings_portal_is_https", sql`${t.portalUrl} ~ '^https://'`),
    check("meetings_source_is_https", sql`${t.sourceUrl} ~ '^https://'`),
    check("meetings_verified_by_someone", sql`(${t.verifiedAt} is null) = (${t.verifiedBy} is null)`),
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
    /** Whose proposal it is. Null: nobody said. */
    proposedBy: proposer("proposed_by"),
    boardRecommendation: text("board_recommendation"),
    campaignRecommendation: text("campaign_recommendation"),
    status: ballotItemStatus("status").notNull(),
    votesFor: bigint("votes_for", { mode: "bigint" }),
    votesAgainst: bigint("votes_against", { mode: "bigint" }),
    votesAbstain: bigint("votes_abstain", { mode: "bigint" }),
    brokerNonVotes: bigint("broker_non_votes", { mode: "bigint" }),
    /** The result as reported, while exact votes are not recorded. */
    reportedResult: text("reported_result"),
    ...provenance(),
  },
  (t) => [
    // Lets references include the meeting, so that both are of one meeting.
    unique("ballot_items_of_meeting").on(t.id, t.meetingId),
    check("ballot_items_source_is_https", sql`${t.sourceUrl} ~ '^https://'`),
    check("ballot_items_verified_by_someone", sql`(${t.verifiedAt} is null) = (${t.verifiedBy} is null)`),
    check(
      "ballot_items_votes_are_counts",
      sql`least(${t.votesFor}, ${t.votesAgainst}, ${t.votesAbstain}, ${t.brokerNonVotes}) >= 0`,
    ),
  ],
);

/** A company's figures on a day. Never changed: newer ones are new rows. Prices are decimal dollars. */
export const issuerSnapshots = pgTable(
  "issuer_snapshots",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id),
    sharesOutstanding: bigint("shares_outstanding", { mode: "bigint" }),
    price: numeric("price", { precision: 18, scale: 6 }),
    /** The highest in the 60 days up to `asOf`, as Rule 14a-8 counts. */
    priceHigh60d: numeric("price_high_60d", { precision: 18, scale: 6 }),
    ...provenance(),
  },
  (t) => [
    check("issuer_snapshots_positive", sql`least(${t.sharesOutstanding}, ${t.price}, ${t.priceHigh60d}) > 0`),
    check("issuer_snapshots_source_is_https", sql`${t.sourceUrl} ~ '^https://'`),
    check("issuer_snapshots_verified_by_someone", sql`(${t.verifiedAt} is null) = (${t.verifiedBy} is null)`),
  ],
);

/** What Rule 14a-8 requires of proposal filers. Not advice: shown as unchecked until verified. */
export const coFilingRules = pgTable(
  "co_filing_rules",
  {
    targetId: integer("target_id")
      .primaryKey()
      .references(() => targets.id),
    /** `[{atLeast: "2000", years: 3}, …]`: decimal dollars, held continuously for that many years. */
    tiers: jsonb("tiers").notNull(),
    /** Days before submission in which the highest price counts. */
    priceWindowDays: smallint("price_window_days").notNull(),
    wordsAtMost: smallint("words_at_most").notNull(),
    /** Days to answer a notice of deficiency. */
    cureDays: smallint("cure_days").notNull(),
    ...provenance(),
  },
  (t) => [
    check("co_filing_rules_source_is_https", sql`${t.sourceUrl} ~ '^https://'`),
    check("co_filing_rules_verified_by_someone", sql`(${t.verifiedAt} is null) = (${t.verifiedBy} is null)`),
    check("co_filing_rules_counts", sql`least(${t.priceWindowDays}, ${t.wordsAtMost}, ${t.cureDays}) > 0`),
  ],
);
