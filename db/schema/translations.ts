import { sql } from "drizzle-orm";
import { check, customType, foreignKey, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at } from "./columns.ts";
import { petitionVersions } from "./petitions.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * What a campaign says in another language, by the very words that it translates: words that are edited have
 * no translation until somebody writes one, so that none ever says what its original no longer says.
 */
export const campaignTranslations = pgTable(
  "campaign_translations",
  {
    campaignId: campaignId(),
    /** The language it is in. */
    locale: text("locale").notNull(),
    /** SHA-256 of the original. */
    originalSha256: bytea("original_sha256").notNull(),
    original: text("original").notNull(),
    /** What everybody reads; null: it is only written down. */
    translation: text("translation"),
    /** What waits to be published. */
    draft: text("draft"),
    /** Who wrote that, as the audit names them; null: it was published, or written before this was kept. */
    draftedBy: text("drafted_by"),
    /** Goes up with each edit: an edit is refused that began on an older one. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.locale, t.originalSha256] }),
    check(
      "campaign_translations_of_its_original",
      sql`${t.originalSha256} = sha256(convert_to(${t.original}, 'UTF8'))`,
    ),
    check(
      "campaign_translations_says_something",
      sql`num_nonnulls(${t.translation}, nullif(${t.draft}, '')) > 0 and ${t.draft} <> ''`,
    ),
    check("campaign_translations_given", sql`${t.translation} <> ''`),
  ],
);

/**
 * What a version of the petition says in another language, as people sign it: a trigger keeps it from the
 * moment on in which it is public while the version is in force, and none edits or removes it. A better one
 * comes with another version.
 */
export const petitionTranslations = pgTable(
  "petition_translations",
  {
    campaignId: integer("campaign_id").notNull(),
    version: integer("version").notNull(),
    locale: text("locale").notNull(),
    summary: text("summary").notNull(),
    body: text("body").notNull(),
    publishedAt: at("published_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.version, t.locale] }),
    foreignKey({
      name: "petition_translations_of_a_version",
      columns: [t.campaignId, t.version],
      foreignColumns: [petitionVersions.campaignId, petitionVersions.version],
    }),
  ],
);
