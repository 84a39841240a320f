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
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { at, identity } from "./columns.ts";
import { meetings, targets } from "./targets.ts";

/** A built-in picture has an address; an uploaded one has its key in `pictures` and words by language. */
export type StoredPicture = { width: number; height: number; credit: string; licence: string } & (
  | { src: string; alt: string }
  | { key: string; widths: number[]; alts: Record<string, string> }
);

export const campaignStatus = pgEnum("campaign_status", ["draft", "open", "closed"]);
export const campaigns = pgTable(
  "campaigns",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    slug: text("slug").notNull().unique(),
    /** The first company in `campaign_companies`: used where no other is named. */
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id),
    title: text("title").notNull(),
    eyebrow: text("eyebrow").notNull(),
    standfirst: text("standfirst").notNull(),
    status: campaignStatus("status").notNull().default("draft"),
    featured: boolean("featured").notNull().default(false),
    petitionVersion: integer("petition_version").notNull().default(1),
    /** Languages; the first is the default. */
    languages: text("languages").array().notNull().default(["en"]),
    /**
     * Languages it is offered in: the first, and each that was once complete, until it is removed. Kept by
     * the triggers of db/functions/translations.sql, so that edits remove none.
     */
    offeredLanguages: text("offered_languages").array().notNull().default([]),
    /** Goals in confirmed signatures, ascending; the next one above the count is shown. */
    goalSteps: integer("goal_steps").array().notNull(),
    operator: text("operator"),
    postalAddress: text("postal_address"),
    contactEmail: text("contact_email"),
    privacyContact: text("privacy_contact"),
    fundingLine: text("funding_line"),
    openedAt: at("opened_at"),
    closedAt: at("closed_at"),
    /** Frozen since: no list is exported and no bulk email sent. */
    frozenAt: at("frozen_at"),
    /** `organizer:<uuid>` or `operator`. */
    frozenBy: text("frozen_by"),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Raised by each edit: edits that began on an older version are refused. */
    version: integer("version").notNull().default(1),
    /** Share texts by language; without one, the title is used. */
    shareTexts: jsonb("share_texts").$type<Record<string, string>>().notNull().default({}),
    /** The picture on its page, with description, author and license. */
    picture: jsonb("picture").$type<StoredPicture>(),
    /** The day of the handover, once it is set. */
    handoverOn: date("handover_on", { mode: "string" }),
    /** How it knows what it claims, in one paragraph; null: only the notes say so. */
    method: text("method"),
    /** Advice for people at risk; null: the privacy page covers it. */
    care: text("care"),
    /** Sender name in emails; null: the site's. */
    senderName: text("sender_name"),
    /** Sender address in emails, at the site's own domain; null: the site's. */
    senderAddress: text("sender_address"),
    /** Where replies to emails go; null: to the contact address. */
    replyTo: text("reply_to"),
    /** Months from closing until names, addresses, comments and holdings are erased. */
    retentionMonths: smallint("retention_months").notNull().default(12),
    /** When erasing began: from then on it cannot be reopened. */
    erasingSince: at("erasing_since"),
    /** When erasing finished: no personal data is left, and it cannot be reopened. */
    personalErasedAt: at("personal_erased_at"),
    /** Counts at closing, kept for good. */
    finalCounts: jsonb("final_counts").$type<Record<string, number>>(),
    /** What its pages will say once published. */
    draft: jsonb("draft").$type<Record<string, unknown>>(),
  },
  (t) => [
    check("campaigns_retention_months", sql`${t.retentionMonths} between 1 and 24`),
    check("campaigns_erased_after_closing", sql`${t.personalErasedAt} is null or ${t.closedAt} is not null`),
    check("campaigns_erasing_after_closing", sql`${t.erasingSince} is null or ${t.closedAt} is not null`),
    check("campaigns_frozen_by_somebody", sql`(${t.frozenAt} is null) = (${t.frozenBy} is null)`),
    check("campaigns_slug_shape", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{1,62})[a-z0-9]$'`),
    check("campaigns_closed_has_time", sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
    check("campaigns_languages_given", sql`cardinality(${t.languages}) > 0`),
    check("campaigns_goal_steps_given", sql`cardinality(${t.goalSteps}) > 0`),
  ],
);

export const campaignId = () =>
  integer("campaign_id")
    .notNull()
    .references(() => campaigns.id);

/**
 * A campaign's companies, in order. A trigger of db/functions/companies.sql adds the first with its campaign.
 */
export const campaignCompanies = pgTable(
  "campaign_companies",
  {
    campaignId: campaignId(),
    companyId: integer("company_id")
      .notNull()
      .references(() => targets.id),
    /** From 1. */
    place: smallint("place").notNull(),
    /** The meeting for pledges; null: the company's next known one. */
    meetingId: integer("meeting_id").references(() => meetings.id),
    /** The last day on which pages tell owners that this year's vote may be open; null: none does. */
    ownersLineUntil: date("owners_line_until", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.companyId] }),
    unique("campaign_companies_place").on(t.campaignId, t.place),
    check("campaign_companies_place_counts", sql`${t.place} >= 1`),
  ],
);

/** Names an entry's company. Without one, a trigger takes the campaign's first. */
export const companyId = () =>
  integer("company_id")
    .notNull()
    .default(sql`null`)
    .references(() => targets.id);

/** A field of a campaign's words, before and after. Rows are only added. */
export const campaignChanges = pgTable(
  "campaign_changes",
  {
    id: identity(),
    campaignId: campaignId(),
    at: at("at").notNull(),
    /** `organizer:<uuid>` or `operator`. */
    actor: text("actor").notNull(),
    thing: text("thing", {
      enum: ["campaign", "claim", "petition", "correction", "requests", "translation"],
    }).notNull(),
    /** For a claim its id, for a petition its version; null if there is only one. */
    thingId: bigint("thing_id", { mode: "number" }),
    /** `draft`: saved; `public`: published. */
    stage: text("stage", { enum: ["draft", "public"] })
      .notNull()
      .default("public"),
    field: text("field").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (t) => [
    check("campaign_changes_actor_shape", sql`${t.actor} ~ '^(organizer:[0-9a-f-]{36}|operator)$'`),
    check(
      "campaign_changes_thing_known",
      sql`${t.thing} in ('campaign', 'claim', 'petition', 'correction', 'requests', 'translation')`,
    ),
    check("campaign_changes_stage_known", sql`${t.stage} in ('draft', 'public')`),
    index("campaign_changes_page").on(t.campaignId, t.id),
    index("campaign_changes_of_thing").on(t.campaignId, t.thing, t.thingId, t.id),
  ],
);

/**
 * A campaign's counters in 16 slots, kept by the triggers of db/functions/signature-counts.sql. Only sums
 * over slots mean something (docs/decisions/0006-counters-in-slots.md).
 */
export const campaignCounts = pgTable(
  "campaign_counts",
  {
    campaignId: campaignId(),
    slot: smallint("slot").notNull(),
    pending: integer("pending").notNull().default(0),
    confirmed: integer("confirmed").notNull().default(0),
    withdrawn: integer("withdrawn").notNull().default(0),
    invalidated: integer("invalidated").notNull().default(0),
    /** Confirmed but on hold for review: they do not count. */
    quarantined: integer("quarantined").notNull().default(0),
    /** Confirmed signatures of erased people: still counted, nothing else kept. */
    erased: integer("erased").notNull().default(0),
    /** From imported lists and not confirmed here: shown separately, never added to the others. */
    imported: integer("imported").notNull().default(0),
    /** Typed in from paper sheets. */
    onPaper: integer("on_paper").notNull().default(0),
    /** Erased paper rows, which still count. */
    paperErased: integer("paper_erased").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.slot] }),
    check("campaign_counts_slot", sql`${t.slot} between 0 and 15`),
  ],
);
