import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";

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
