import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, erasedWith, identity } from "./columns.ts";
import { supporters } from "./supporters.ts";

/**
 * A personal share link. Only the number of arrivals is kept: whom it brought is known until they confirm
 * (`signatures.share_link_id`), and then forgotten.
 */
export const shareLinks = pgTable(
  "share_links",
  {
    id: identity(),
    campaignId: campaignId(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    /** The `source` it carries. */
    code: text("code").notNull().unique(),
    arrived: integer("arrived").notNull().default(0),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    unique("share_links_one_a_person").on(t.supporterId, t.campaignId),
    check("share_links_code_shape", sql`${t.code} ~ '^p-[0-9a-hjkmnp-tv-z]{10}$'`),
  ],
);
