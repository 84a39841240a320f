import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";

export const updateState = pgEnum("update_state", [
  "draft",
  "scheduled",
  "sending",
  "paused",
  "sent",
  "cancelled",
]);

/** An update to subscribers. From approval on, words, audience and `inArchive` are fixed. */
export const updates = pgTable(
  "updates",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** Counts up within the campaign; part of its page's address. */
    number: integer("number").notNull(),
    state: updateState("state").notNull().default("draft"),
    /** Raised by each edit: edits that began on an older version are refused. */
    version: integer("version").notNull().default(1),
    /** `Audience` of app/domain/outgoing/updates/audience/audience.ts. */
    audience: jsonb("audience").notNull(),
    /** The update whose words these are, sent again to people who joined since. */
    continuesId: bigint("continues_id", { mode: "number" }).references((): AnyPgColumn => updates.id),
    /** Public once it is sent. */
    inArchive: boolean("in_archive").notNull().default(true),
    authorId: organizer("author_id"),
    editedById: organizer("edited_by_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at").notNull().defaultNow(),
    submittedAt: at("submitted_at"),
    submittedById: organizer("submitted_by_id"),
    /**
     * What each email adds to its words, by a reader's language: `Frame` of app/domain/queue/frame.server.ts.
     */
    submittedFrame: jsonb("submitted_frame"),
    ...approval(),
    /** Of the approved words and audience. */
    approvedSha256: bytea("approved_sha256"),
    /** Besides its words, what every email said when it was approved; nothing else is sent. */
    approvedFrame: jsonb("approved_frame"),
    sendAt: at("send_at"),
    /** The time of the snapshot: only people who agreed before it are in the audience. */
    startedAt: at("started_at"),
    /**
     * The newest consent when it began. An import adds consents later whose `granted_at` is in the past.
     */
    consentsThrough: bigint("consents_through", { mode: "number" }),
    /** Supporters up to the first are in the snapshot so far, and those after the second; null: none are. */
    snapshotCursor: bigint("snapshot_cursor", { mode: "number" }).notNull().default(0),
    snapshotTop: bigint("snapshot_top", { mode: "number" }),
    /** When the snapshot was complete: no email is sent before. */
    preparedAt: at("prepared_at"),
    /** Of one that goes by itself: acts until then were looked at. */
    followedThrough: at("followed_through"),
    /** Of one that goes by itself: what its readers did afterwards, by act, and when that was counted. */
    brought: jsonb("brought"),
    broughtAt: at("brought_at"),
    audienceSize: integer("audience_size").notNull().default(0),
    pausedAt: at("paused_at"),
    pauseReason: text("pause_reason"),
    /** Our code for the provider's error, if that was the reason. */
    pauseProblem: text("pause_problem"),
    /**
     * Accepted emails, hard bounces and complaints when it was last resumed: the breaker counts from here.
     */
    breakerBase: integer("breaker_base").array().notNull().default([0, 0, 0]),
    finishedAt: at("finished_at"),
  },
  (t) => [
    unique("updates_campaign_number").on(t.campaignId, t.number),
    check("updates_count_up", sql`${t.number} >= 1 and ${t.version} >= 1`),
    check(
      "updates_approved_before_they_go",
      sql`${t.state} in ('draft', 'cancelled') or (${t.state} = 'paused' and ${t.pauseReason} = 'differs')
        or (${t.approvedAt} is not null and ${t.approvedSha256} is not null)`,
    ),
    check("updates_submitted_before_approved", sql`${t.approvedAt} is null or ${t.submittedAt} is not null`),
    check(
      "updates_never_approved_by_their_author",
      sql`${t.approvedAlone} or ${t.approvedById} is distinct from ${t.submittedById}
        or ${t.approvedById} is null`,
    ),
    check("updates_scheduled_has_time", sql`${t.state} <> 'scheduled' or ${t.sendAt} is not null`),
    check(
      "updates_started_has_time",
      sql`${t.state} not in ('sending', 'sent') or ${t.startedAt} is not null`,
    ),
    check(
      "updates_paused_says_why",
      sql`(${t.state} = 'paused') = (${t.pausedAt} is not null)
        and (${t.state} = 'paused') = (${t.pauseReason} is not null)`,
    ),
    check(
      "updates_pause_reason_known",
      sql`${t.pauseReason} in ('organizer', 'quota', 'provider', 'bounces', 'complaints', 'not-ready',
          'differs', 'restored')`,
    ),
    check("updates_pause_problem_is_a_code", sql`${t.pauseProblem} ~ '^[a-z0-9_-]{1,64}$'`),
    check("updates_sent_is_finished", sql`${t.state} <> 'sent' or ${t.finishedAt} is not null`),
    check("updates_breaker_base_shape", sql`cardinality(${t.breakerBase}) = 3`),
    index("updates_at_work").on(t.sendAt).where(sql`${t.state} in ('scheduled', 'sending', 'cancelled')`),
    index("updates_continued").on(t.continuesId),
  ],
);

/** The words of an update in one language, in Markdown. */
export const updateTexts = pgTable(
  "update_texts",
  {
    updateId: erasedWith("update_id", () => updates.id),
    locale: text("locale").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** Null: the greeting of `mail.update` in i18n. Empty: none. */
    greeting: text("greeting"),
  },
  (t) => [
    primaryKey({ columns: [t.updateId, t.locale] }),
    check("update_texts_locale_shape", sql`${t.locale} ~ '^[a-z]{2}$'`),
    check(
      "update_texts_subject_is_one_line",
      sql`char_length(${t.subject}) <= 150 and ${t.subject} !~ '[[:cntrl:]]'`,
    ),
    check(
      "update_texts_greeting_is_one_line",
      sql`char_length(${t.greeting}) <= 100 and ${t.greeting} !~ '[[:cntrl:]]'`,
    ),
    check("update_texts_body_length", sql`char_length(${t.body}) <= 50000`),
  ],
);

/**
 * Emails of an update by state, in 16 slots, kept by the triggers of db/functions/updates.sql. All states and
 * `erased` always add up to the audience.
 */
export const updateCounts = pgTable(
  "update_counts",
  {
    updateId: erasedWith("update_id", () => updates.id),
    slot: smallint("slot").notNull(),
    queued: integer("queued").notNull().default(0),
    claimed: integer("claimed").notNull().default(0),
    accepted: integer("accepted").notNull().default(0),
    delivered: integer("delivered").notNull().default(0),
    delayed: integer("delayed").notNull().default(0),
    bounced: integer("bounced").notNull().default(0),
    complained: integer("complained").notNull().default(0),
    suppressed: integer("suppressed").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    unknown: integer("unknown").notNull().default(0),
    /** People erased since: their rows are gone. */
    erased: integer("erased").notNull().default(0),
    /** Of the bounced, those whose address does not exist. */
    hardBounced: integer("hard_bounced").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.updateId, t.slot] }),
    check("update_counts_slot", sql`${t.slot} between 0 and 15`),
  ],
);

/**
 * Emails of updates that were deleted by age, by their last state. `update_counts` has them as erased, since
 * their rows are gone.
 */
export const oldUpdateMails = pgTable(
  "old_update_mails",
  {
    updateId: erasedWith("update_id", () => updates.id),
    state: text("state").notNull(),
    mails: integer("mails").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.updateId, t.state] }),
    check("old_update_mails_some", sql`${t.mails} > 0`),
  ],
);

/** Emails of updates sent on one UTC day, for warm-up caps. */
export const bulkDays = pgTable("bulk_days", {
  day: date("day", { mode: "string" }).primaryKey(),
  handedOver: integer("handed_over").notNull().default(0),
});
