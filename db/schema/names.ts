import { sql } from "drizzle-orm";
import { bigint, check, index, pgEnum, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity, publicId } from "./columns.ts";
import { organizer } from "./organizers.ts";
import { signatures } from "./signatures.ts";

export const nameReviewState = pgEnum("name_review_state", ["queued", "kept", "hidden", "asked"]);

/** A name that looks wrong: why, and an organizer's decision before a handover. */
export const nameReviews = pgTable(
  "name_reviews",
  {
    id: identity(),
    publicId: publicId(),
    signatureId: erasedWith("signature_id", () => signatures.id),
    campaignId: campaignId(),
    /** Codes of app/domain/screening/read-name.ts. */
    reasons: text("reasons").array().notNull(),
    state: nameReviewState("state").notNull().default("queued"),
    /** sha256 of the reviewed name: a changed name is screened again. */
    nameSha256: bytea("name_sha256").notNull(),
    foundAt: at("found_at").notNull().defaultNow(),
    decidedAt: at("decided_at"),
    decidedById: organizer("decided_by_id"),
  },
  (t) => [
    uniqueIndex("name_reviews_one_a_signature").on(t.signatureId),
    check("name_reviews_say_why", sql`cardinality(${t.reasons}) > 0`),
    check("name_reviews_decided_has_time", sql`(${t.state} = 'queued') = (${t.decidedAt} is null)`),
    check("name_reviews_sha256_length", sql`octet_length(${t.nameSha256}) = 32`),
    index("name_reviews_page").on(t.campaignId, t.state, t.id),
    index("name_reviews_by_time").on(t.campaignId, t.state, t.foundAt, t.signatureId),
    index("name_reviews_alike").on(t.campaignId, t.nameSha256).where(sql`${t.state} = 'queued'`),
  ],
);

/**
 * Signatures whose name and comment await screening: confirmed, with consent to a handover or a public name,
 * or with a changed name or comment. Triggers of db/functions/names.sql add them, `screenNewNames` removes
 * them; until then a name is in no pack.
 */
export const namesAwaitingReview = pgTable("names_awaiting_review", {
  signatureId: bigint("signature_id", { mode: "number" })
    .primaryKey()
    .references(() => signatures.id, { onDelete: "cascade" }),
  since: at("since").notNull().defaultNow(),
});

/** Names that an organizer wants reviewed, in addition to those the program knows. */
export const watchedNames = pgTable(
  "watched_names",
  {
    id: identity(),
    campaignId: campaignId(),
    name: text("name").notNull(),
    addedById: organizer("added_by_id"),
    addedAt: at("added_at").notNull().defaultNow(),
  },
  (t) => [
    unique("watched_names_once").on(t.campaignId, t.name),
    check(
      "watched_names_length",
      sql`char_length(${t.name}) between 2 and 120 and ${t.name} !~ '[[:cntrl:]]'`,
    ),
  ],
);
