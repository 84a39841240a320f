import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";

/**
 * Uploaded pictures used in `campaigns.picture` of a page or its draft, with an organizer's declaration about
 * people in it. Others are deleted by the edit that drops them.
 */
export const pictures = pgTable(
  "pictures",
  {
    campaignId: campaignId(),
    /** The start of the SHA-256 of its files. */
    key: text("key").notNull(),
    /** `none`: nobody in it can be recognized; `consented`: those who can be have agreed. */
    people: text("people", { enum: ["none", "consented"] }).notNull(),
    /** Where the consent is kept. */
    consentKept: text("consent_kept"),
    /** `organizer:<uuid>` or `operator`. */
    declaredBy: text("declared_by").notNull(),
    declaredAt: at("declared_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.key] }),
    check("pictures_key_shape", sql`${t.key} ~ '^[0-9a-f]{20}$'`),
    check("pictures_people_known", sql`${t.people} in ('none', 'consented')`),
    check("pictures_consent_kept", sql`(${t.people} = 'consented') = (${t.consentKept} is not null)`),
    check("pictures_declared_by_shape", sql`${t.declaredBy} ~ '^(organizer:[0-9a-f-]{36}|operator)$'`),
  ],
);

/** A picture in one width and format, encoded by us: nothing else of the upload is kept. */
export const pictureFiles = pgTable(
  "picture_files",
  {
    campaignId: integer("campaign_id").notNull(),
    key: text("key").notNull(),
    width: smallint("width").notNull(),
    type: text("type", { enum: ["webp", "jpeg"] }).notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.key, t.width, t.type] }),
    foreignKey({
      columns: [t.campaignId, t.key],
      foreignColumns: [pictures.campaignId, pictures.key],
    }).onDelete("cascade"),
    check("picture_files_type_known", sql`${t.type} in ('webp', 'jpeg')`),
  ],
);

/** The share image of a campaign or an update, in one language. It can be drawn again. */
export const shareImages = pgTable(
  "share_images",
  {
    campaignId: campaignId(),
    locale: text("locale").notNull(),
    /** An update's number; 0: the campaign's own. */
    number: integer("number").notNull(),
    /** SHA-256 of its words: it is drawn again when that changes. */
    drawnFrom: bytea("drawn_from").notNull(),
    /** Its name in addresses, which contains a hash of its bytes. */
    file: text("file").notNull(),
    /** Its text alternative. */
    alt: text("alt").notNull(),
    png: bytea("png").notNull(),
    drawnAt: at("drawn_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.locale, t.number] }),
    check("share_images_number", sql`${t.number} >= 0`),
  ],
);
