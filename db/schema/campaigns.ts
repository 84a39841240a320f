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

/** A picture of the site has an address; an uploaded one its key in `pictures` and words by language. */
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
    /** The first of its companies in `campaign_companies`: what names no other is about this one. */
    targetId: integer("target_id")
      .notNull()
      .references(() => targets.id),
    title: text("title").notNull(),
    eyebrow: text("eyebrow").notNull(),
    standfirst: text("standfirst").notNull(),
    status: campaignStatus("status").notNull().default("draft"),
    featured: boolean("featured").notNull().default(false),
    petitionVersion: integer("petition_version").notNull().default(1),
    /** The languages it speaks; the first is the one for everybody else. */
    languages: text("languages").array().notNull().default(["en"]),
    /**
     * Of those, the ones it is offered in: the first, and each that was once complete, until it is taken out.
     * Kept by the triggers of db/functions/translations.sql, so that no edit takes a language off.
     */
    offeredLanguages: text("offered_languages").array().notNull().default([]),
    /** Ascending numbers of confirmed signatures; the next one above the count is the goal shown. */
    goalSteps: integer("goal_steps").array().notNull(),
    operator: text("operator"),
    postalAddress: text("postal_address"),
    contactEmail: text("contact_email"),
    privacyContact: text("privacy_contact"),
    fundingLine: text("funding_line"),
    openedAt: at("opened_at"),
    closedAt: at("closed_at"),
    /** While set, no list leaves and no mail to many goes out. */
    frozenAt: at("frozen_at"),
    /** `organizer:<uuid>` or `operator`. */
    frozenBy: text("frozen_by"),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Goes up with each edit: an edit is refused that began on an older one. */
    version: integer("version").notNull().default(1),
    /** What a shared message says, by language; where none is given, the title. */
    shareTexts: jsonb("share_texts").$type<Record<string, string>>().notNull().default({}),
    /** The one picture of its page, with what it shows, who made it and how it may be used. */
    picture: jsonb("picture").$type<StoredPicture>(),
    /** The day the signatures are handed over, where it is fixed. */
    handoverOn: date("handover_on", { mode: "string" }),
    /** How it knows what it says, in a paragraph; null: the page tells no more than what notes hold. */
    method: text("method"),
    /** What people at risk should know of this campaign; null: the privacy page covers it. */
    care: text("care"),
    /** The name before the sender's address in mails; null: the one of the site. */
    senderName: text("sender_name"),
    /** The sender's address in mails, at the site's own domain; null: the one of the site. */
    senderAddress: text("sender_address"),
    /** Where answers to mails go; null: to the contact address. */
    replyTo: text("reply_to"),
    /** Months after closing until names, addresses, comments and holdings are erased. */
    retentionMonths: smallint("retention_months").notNull().default(12),
    /** When erasing began: from then on it cannot be reopened. */
    erasingSince: at("erasing_since"),
    /** When that was done: nothing personal of it is held, and it cannot be reopened. */
    personalErasedAt: at("personal_erased_at"),
    /** What was counted when it was closed: it stays. */
    finalCounts: jsonb("final_counts").$type<Record<string, number>>(),
    /** What its pages will say once the edit is published. */
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
 * The companies a campaign is about, in their order. A trigger of db/functions/companies.sql adds the first
 * with its campaign.
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
    /** The meeting pledges are for; null: the next one of the company that is known. */
    meetingId: integer("meeting_id").references(() => meetings.id),
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

/** One field of what a campaign says, before and after. Added and read, nothing else. */
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
    /** Of a claim its id, of a petition its version; null where there is one alone. */
    thingId: bigint("thing_id", { mode: "number" }),
    /** `draft`: it was written down; `public`: it was put on the pages that everybody reads. */
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
 * The counters of a campaign in 16 slots, kept by the triggers of db/functions/signature-counts.sql.
 * A slot's number is meaningless; only sums over a campaign are (docs/decisions/0006-counters-in-slots.md).
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
    /** Confirmed, and held back until an organizer has looked: they do not count. */
    quarantined: integer("quarantined").notNull().default(0),
    /** Confirmed signatures whose person was erased: counted on, nothing else kept. */
    erased: integer("erased").notNull().default(0),
    /** Brought from another list, and not confirmed here: told apart, never added to the others. */
    imported: integer("imported").notNull().default(0),
    /** Typed in from paper sheets. */
    onPaper: integer("on_paper").notNull().default(0),
    /** Rows of paper that went with all that was personal: they are counted on. */
    paperErased: integer("paper_erased").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.slot] }),
    check("campaign_counts_slot", sql`${t.slot} between 0 and 15`),
  ],
);
