import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity } from "./columns.ts";

export const claimKind = pgEnum("claim_kind", ["reported", "record", "company_statement", "opinion"]);
export const claimSection = pgEnum("claim_section", [
  "thesis",
  "people",
  "reported",
  "company",
  "acted",
  "image",
  "matters",
  "ask",
  "conclusion",
]);

/** How exactly a date is known. `by_month`: published in or before that month, the day not recorded yet. */
export const datePrecision = pgEnum("date_precision", ["day", "month", "year", "by_month"]);

/** One statement of the case with its source and its limits. */
export const claims = pgTable(
  "claims",
  {
    id: identity(),
    campaignId: campaignId(),
    /** Place in the order of argument, from 1. */
    position: smallint("position").notNull(),
    section: claimSection("section").notNull(),
    kind: claimKind("kind").notNull(),
    text: text("text").notNull(),
    /** The company's own words, verbatim, where a source quotes them. */
    quotation: text("quotation"),
    /** Who says so, as it is printed. */
    attribution: text("attribution").notNull(),
    publisher: text("publisher"),
    publishedOn: date("published_on", { mode: "string" }),
    publishedPrecision: datePrecision("published_precision"),
    sourceTitle: text("source_title"),
    sourceUrl: text("source_url"),
    urlVerifiedAt: at("url_verified_at"),
    limits: text("limits"),
    /** What this claim leaves unknown, as one line of the list "What is not known". */
    openQuestion: text("open_question"),
    /** It in one line, as the version of the case that takes a minute tells it; null: that leaves it out. */
    brief: text("brief"),
    /**
     * Further sources: `{publisher, publishedOn, publishedPrecision, sourceTitle, sourceUrl, urlVerifiedAt}`
     * each.
     */
    moreSources: jsonb("more_sources").notNull().default([]),
    /** Pages that nobody has opened yet, by publisher of the possible source. Only organizers see them. */
    candidates: jsonb("candidates")
      .$type<{ publisher: string; title: string | null; url: string | null }[]>()
      .notNull()
      .default([]),
    /** `{unit, points: [{on: "YYYY-MM", value, qualifier}]}`: the figure drawn from this claim. */
    figure: jsonb("figure"),
    /** Dated lines told from it: `{happenedOn, precision, label}` each. */
    timeline: jsonb("timeline").notNull().default([]),
    published: boolean("published").notNull().default(false),
    /** Set by a trigger. What was once published is never deleted. */
    firstPublishedAt: at("first_published_at"),
    /** Goes up with each edit: an edit is refused that began on an older one. */
    version: integer("version").notNull().default(1),
    /** Its place on the printed page; null: as `position`, which remains its number in citations. */
    place: smallint("place"),
    /** Of one that is published: what it will say once the edit is published. */
    draft: jsonb("draft").$type<Record<string, unknown>>(),
  },
  (t) => [
    unique("claims_campaign_position").on(t.campaignId, t.position),
    check(
      "claims_published_with_source",
      sql`not ${t.published} or ${t.kind} = 'opinion'
        or (${t.publisher} is not null and ${t.publishedOn} is not null)`,
    ),
    check(
      "claims_link_only_when_opened",
      sql`(${t.sourceTitle} is null and ${t.sourceUrl} is null) or ${t.urlVerifiedAt} is not null`,
    ),
    check("claims_date_has_precision", sql`(${t.publishedOn} is null) = (${t.publishedPrecision} is null)`),
    check(
      "claims_more_sources_are_whole",
      sql`jsonb_typeof(${t.moreSources}) = 'array'
  and jsonb_array_length(${t.moreSources}) <= 8
  and not jsonb_path_exists(${t.moreSources},
    '$[*] ? (@.publisher == null || @.publishedOn == null || @.publishedPrecision == null)')
  and not jsonb_path_exists(${t.moreSources},
    '$[*] ? ((@.sourceTitle != null || @.sourceUrl != null) && @.urlVerifiedAt == null)')
  and not jsonb_path_exists(${t.moreSources},
    '$[*] ? (@.sourceUrl != null && !(@.sourceUrl like_regex "^https://"))')`,
    ),
    check("claims_timeline_is_a_list", sql`jsonb_typeof(${t.timeline}) = 'array'`),
    check(
      "claims_candidates_are_whole",
      sql`jsonb_typeof(${t.candidates}) = 'array'
  and not jsonb_path_exists(${t.candidates},
    '$[*] ? (@.publisher == null || (@.url != null && !(@.url like_regex "^https://")))')`,
    ),
    check("claims_url_is_https", sql`${t.sourceUrl} is null or ${t.sourceUrl} ~ '^https://'`),
  ],
);

/** What one removal of several claims took, for as long as it can be undone. */
export const claimRemovals = pgTable(
  "claim_removals",
  {
    id: identity(),
    campaignId: campaignId(),
    at: at("at").notNull(),
    /** `organizer:<uuid>` or `operator`. */
    actor: text("actor").notNull(),
    /** The rows that were deleted, as they were. */
    deleted: jsonb("deleted").notNull(),
    /** Of each that was public: `{id, version, live, draft}`, its version since. */
    withdrawn: jsonb("withdrawn").notNull(),
    /** The languages that the campaign is offered in because of it. */
    offered: text("offered").array().notNull(),
  },
  (t) => [
    index("claim_removals_campaign").on(t.campaignId, t.at),
    check("claim_removals_actor_shape", sql`${t.actor} ~ '^(organizer:[0-9a-f-]{36}|operator)$'`),
    check("claim_removals_deleted_is_a_list", sql`jsonb_typeof(${t.deleted}) = 'array'`),
    check("claim_removals_withdrawn_is_a_list", sql`jsonb_typeof(${t.withdrawn}) = 'array'`),
  ],
);

export const corrections = pgTable(
  "corrections",
  {
    id: identity(),
    campaignId: campaignId(),
    correctedOn: date("corrected_on", { mode: "string" }).notNull(),
    /** What kind of thing was wrong. */
    kind: text("kind", { enum: ["statement", "figure", "source", "wording", "removed"] })
      .notNull()
      .default("statement"),
    text: text("text").notNull(),
    /** Goes up with each edit: an edit is refused that began on an older one. */
    version: integer("version").notNull().default(1),
    /** What it said before, oldest first: `{text, until: "YYYY-MM-DD"}` each. */
    earlier: jsonb("earlier").$type<{ text: string; until: string }[]>().notNull().default([]),
    /** The claim that was corrected, where it was one. */
    claimId: bigint("claim_id", { mode: "number" }).references(() => claims.id, { onDelete: "set null" }),
  },
  (t) => [
    check(
      "corrections_kind_known",
      sql`${t.kind} in ('statement', 'figure', 'source', 'wording', 'removed')`,
    ),
    check("corrections_earlier_is_a_list", sql`jsonb_typeof(${t.earlier}) = 'array'`),
    index("corrections_campaign").on(t.campaignId, t.correctedOn),
  ],
);
