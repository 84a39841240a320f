import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { campaignId, campaigns } from "./campaigns.ts";
import { at } from "./columns.ts";

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
