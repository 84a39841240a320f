import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity } from "./columns.ts";
import { organizer } from "./organizers.ts";

/** The paragraph with the campaign's ask, which a writer starts from and scoring compares letters with. */
export const letterTemplates = pgTable(
  "letter_templates",
  {
    campaignId: campaignId(),
    locale: text("locale").notNull(),
    ask: text("ask").notNull(),
    editedAt: at("edited_at").notNull().defaultNow(),
    editedById: organizer("edited_by_id"),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.locale] }),
    check("letter_templates_locale_shape", sql`${t.locale} ~ '^[a-z]{2}$'`),
    check("letter_templates_ask_length", sql`char_length(${t.ask}) between 1 and 2000`),
  ],
);

/** Earlier wordings of the ask, kept by a trigger: some letters were written from them. */
export const letterTemplateWordings = pgTable(
  "letter_template_wordings",
  {
    id: identity(),
    campaignId: campaignId(),
    ask: text("ask").notNull(),
    replacedAt: at("replaced_at").notNull().defaultNow(),
  },
  (t) => [index("letter_template_wordings_campaign").on(t.campaignId)],
);
