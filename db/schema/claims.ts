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

/** How exactly a date is known. `by_month`: in or before that month, the day is not recorded yet. */
export const datePrecision = pgEnum("date_precision", ["day", "month", "year", "by_month"]);

/** One statement of the case with its source and its limits. */
export const claims = pgTable(
  "claims",
  {
    id: identity(),
    campaignId: campaignId(),
    /** Position in the argument, from 1. */
    position: smallint("position").notNull(),
    section: claimSection("section").notNull(),
    kind: claimKind("kind").notNull(),
    text: text("text").notNull(),
    /** The company's own words, verbatim, as quoted by a source. */
    quotation: text("quotation"),
    /** Who says so, as printed. */
    attribution: text("attribution").notNull(),
    publisher: text("publisher"),
    publishedOn: date("published_on", { mode: "string" }),
    publishedPrecision: datePrecision("published_precision"),
    sourceTitle: text("source_title"),
    sourceUrl: text("source_url"),
    urlVerifiedAt: at("url_verified_at"),
    /** A copy of that page, kept by an archive. */
    archiveUrl: text("archive_url"),
    /** Of what goes on: the day on which an organizer has to check it again. */
    reviewBy: date("review_by", { mode: "string" }),
    /** When an organizer last found that it is still true. */
    reviewedAt: at("reviewed_at"),
    limits: text("limits"),
    /** What this claim leaves unknown, as a line of the list "What is not known". */
    openQuestion: text("open_question"),
    /** One line for the one-minute version of the case; null: it is left out. */
    brief: text("brief"),
    /**
     * Further sources, each `{publisher, publishedOn, publishedPrecision, sourceTitle, sourceUrl,
     * urlVerifiedAt, archiveUrl}`.
     */
    moreSources: jsonb("more_sources").notNull().default([]),
    /**
     * Possible source pages that nobody has opened yet, by publisher, and what an organizer noted of one that
     * does not support the claim. Only organizers see them.
     */
    candidates: jsonb("candidates")
      .$type<{ publisher: string; title: string | null; url: string | null; note?: string }[]>()
      .notNull()
      .default([]),
    /** `{kind, …}`: what is drawn from this claim. */
    picture: jsonb("picture"),
    /** Dated lines: `{happenedOn, precision, label}` each. */
    timeline: jsonb("timeline").notNull().default([]),
    published: boolean("published").notNull().default(false),
    /** Set by a trigger. A claim that was published is never deleted. */
    firstPublishedAt: at("first_published_at"),
    /** Raised by each edit: edits that began on an older version are refused. */
    version: integer("version").notNull().default(1),
    /** Its place on the page; null: as `position`, which remains its number in citations. */
    place: smallint("place"),
    /** What a published claim will say once the edit is published. */
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
    check(
      "claims_archives_are_https",
      sql`(${t.archiveUrl} is null or ${t.archiveUrl} ~ '^https://')
  and not jsonb_path_exists(${t.moreSources},
    '$[*] ? (@.archiveUrl != null && !(@.archiveUrl like_regex "^https://"))')`,
    ),
  ],
);

/** What a removal of several claims took, while it can be undone. */
export const claimRemovals = pgTable(
  "claim_removals",
  {
    id: identity(),
    campaignId: campaignId(),
    at: at("at").notNull(),
    /** `organizer:<uuid>` or `operator`. */
    actor: text("actor").notNull(),
    /** The deleted rows. */
    deleted: jsonb("deleted").notNull(),
    /** For each that was public: `{id, version, live, draft}`, its version since. */
    withdrawn: jsonb("withdrawn").notNull(),
    /** Languages that the removal made the campaign offer. */
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
    /** Raised by each edit: edits that began on an older version are refused. */
    version: integer("version").notNull().default(1),
    /** Earlier texts, oldest first: `{text, until: "YYYY-MM-DD"}` each. */
    earlier: jsonb("earlier").$type<{ text: string; until: string }[]>().notNull().default([]),
    /** The claim that was corrected, if any. */
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
