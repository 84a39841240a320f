import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea } from "./columns.ts";

/** The image of a shared link, in one language, of a campaign or an update. It can be drawn again. */
export const shareImages = pgTable(
  "share_images",
  {
    campaignId: campaignId(),
    locale: text("locale").notNull(),
    /** Of an update its number; 0: the campaign's own. */
    number: integer("number").notNull(),
    /** SHA-256 of what is written on it: another one is drawn when that changes. */
    drawnFrom: bytea("drawn_from").notNull(),
    /** Its name in addresses, which holds a hash of its bytes. */
    file: text("file").notNull(),
    /** What it shows, for those who do not see it. */
    alt: text("alt").notNull(),
    png: bytea("png").notNull(),
    drawnAt: at("drawn_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.locale, t.number] }),
    check("share_images_number", sql`${t.number} >= 0`),
  ],
);
