import { sql } from "drizzle-orm";
import {
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId, campaigns } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";

/** The words people sign. A signature belongs to one version; a version is never edited. */
export const petitionVersions = pgTable(
  "petition_versions",
  {
    campaignId: campaignId(),
    version: integer("version").notNull(),
    /** One sentence, for the sign panel. */
    summary: text("summary").notNull(),
    body: text("body").notNull(),
    publishedAt: at("published_at").notNull(),
    /** When it last took effect again. */
    inForceAgainAt: at("in_force_again_at"),
    /** `organizer:<uuid>` or `operator`; null: it was created with the campaign. */
    publishedBy: text("published_by"),
    /** The first version with the same meaning; null: it has a meaning of its own. */
    sameMeaningAs: integer("same_meaning_as"),
    /** For a correction of form: what was corrected; public. */
    note: text("note"),
    /** What happened to signers of an earlier meaning. Null: there were none. */
    earlierSigners: text("earlier_signers", { enum: ["told", "apart"] }),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.version] }),
    check("petition_versions_count_up", sql`${t.version} >= 1`),
    check("petition_versions_same_as_an_earlier", sql`${t.sameMeaningAs} < ${t.version}`),
    check("petition_versions_note_of_same_meaning", sql`${t.note} is null or ${t.sameMeaningAs} is not null`),
    check("petition_versions_earlier_signers", sql`${t.earlierSigners} in ('told', 'apart')`),
  ],
);

/** The next petition text, as a draft. */
export const petitionDrafts = pgTable("petition_drafts", {
  campaignId: integer("campaign_id")
    .primaryKey()
    .references(() => campaigns.id),
  summary: text("summary").notNull(),
  body: text("body").notNull(),
  /** Goes up with each edit. */
  version: integer("version").notNull().default(1),
  editedBy: text("edited_by").notNull(),
  editedAt: at("edited_at").notNull(),
});

/** Signatures by petition version, in slots, kept by triggers. */
export const petitionCounts = pgTable(
  "petition_counts",
  {
    campaignId: campaignId(),
    version: integer("version").notNull(),
    slot: smallint("slot").notNull(),
    confirmed: integer("confirmed").notNull().default(0),
    /** Confirmed signatures of erased people. They count under the text they signed. */
    erased: integer("erased").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.version, t.slot] })],
);

/**
 * A proposal to put another petition text, or another translation, in force, and its approval. Editing the
 * draft or translation withdraws it, so that the approval covers what was proposed.
 */
export const petitionProposals = pgTable(
  "petition_proposals",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** The draft's version; null: an earlier version returns, and the draft stays. */
    draftVersion: integer("draft_version"),
    /** That earlier version. */
    again: integer("again"),
    /** What the email to earlier signers says of the change; null: they get none. */
    tell: text("tell"),
    /** For a translation of the current text: its language. */
    locale: text("locale"),
    /** The correction, if the meaning is the same; null: another meaning, or an earlier version. */
    note: text("note"),
    noteIn: text("note_in"),
    /** The text in other languages once it is in force. */
    translations: jsonb("translations")
      .$type<Record<string, { summary: string; body: string }>>()
      .notNull()
      .default({}),
    /** Authors of the unpublished parts. */
    translatedBy: uuid("translated_by").array().notNull().default(sql`'{}'`),
    /** The public count at the time, and what it would have been afterwards. */
    countBefore: integer("count_before").notNull(),
    countAfter: integer("count_after").notNull(),
    /** Null: the operator, by command line. */
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull(),
    /** The draft's last editor. */
    editedById: organizer("edited_by_id"),
    ...approval(),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    check("petition_proposals_of_a_text", sql`num_nonnulls(${t.draftVersion}, ${t.again}, ${t.locale}) > 0`),
    check("petition_proposals_note_in_length", sql`char_length(${t.noteIn}) between 1 and 500`),
    check("petition_proposals_tell_length", sql`char_length(${t.tell}) between 1 and 500`),
    check("petition_proposals_note_length", sql`char_length(${t.note}) between 1 and 500`),
    check("petition_proposals_ended_once", sql`${t.approvedAt} is null or ${t.withdrawnAt} is null`),
    check(
      "petition_proposals_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is null
        or ${t.approvedById} is distinct from ${t.askedById}`,
    ),
    uniqueIndex("petition_proposals_one_waits")
      .on(t.campaignId)
      .where(sql`${t.approvedAt} is null and ${t.withdrawnAt} is null`),
  ],
);
