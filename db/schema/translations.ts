import { sql } from "drizzle-orm";
import { check, customType, foreignKey, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at } from "./columns.ts";
import { petitionVersions } from "./petitions.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * Translations of a campaign's words, found by the exact original: edited words have no translation until
 * somebody writes one, so none outlives its original.
 */
export const campaignTranslations = pgTable(
  "campaign_translations",
  {
    campaignId: campaignId(),
    locale: text("locale").notNull(),
    /** SHA-256 of the original. */
    originalSha256: bytea("original_sha256").notNull(),
    original: text("original").notNull(),
    /** The public translation; null: only a draft exists. */
    translation: text("translation"),
    /** What waits for publication. */
    draft: text("draft"),
    /**
     * The author of the draft, as the audit names them; null: it was published, or is older than this column.
     */
    draftedBy: text("drafted_by"),
    /** Raised by each edit: edits that began on an older version are refused. */
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
 * Translations of a petition version as people sign them: a trigger stores each once it is public while the
 * version is in force, and none is ever edited or deleted. A better one comes with another version.
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
