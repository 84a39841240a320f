import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { campaignCompanies, campaignId, companyId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity, publicId } from "./columns.ts";
import { letterDispatches, letterRecipients } from "./letter-dispatches.ts";
import { organizer } from "./organizers.ts";
import { signatureDisplay } from "./signatures.ts";
import { supporters } from "./supporters.ts";

/**
 * The states of a letter: `email_pending → confirmed → queued → sent → accepted | bounced | unknown`. A
 * draft is not stored. `filed`: written to a file that was never delivered; `refused`: an organizer will not
 * deliver it.
 */
export const letterState = pgEnum("letter_state", [
  "email_pending",
  "confirmed",
  "queued",
  "filed",
  "sent",
  "accepted",
  "bounced",
  "unknown",
  "withdrawn",
  "refused",
]);
export const letterRole = pgEnum("letter_role", ["customer", "shareholder", "neighbour", "touched"]);

/** State on the public list: only letters whose writers agreed to be named are ever there. */
export const letterPublication = pgEnum("letter_publication", ["private", "awaiting", "published", "hidden"]);

/** For full-text search; generated from the letter's words. */
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Marks that PostgreSQL's parser treats as letters. */
const marks = "“”„‟«»‹›‘’‚‛…–—―‐‑·•¿¡、。，．；：！？（）「」『』【】《》〈〉";

/** Removes accents, and marks around words. */
const searchable = sql.raw(
  `to_tsvector('simple'::regconfig, translate(regexp_replace(normalize(body, NFKD), '[\\u0300-\\u036f]', '', 'g'), '${marks}', repeat(' ', ${marks.length})))`,
);

/** A letter in somebody's own words to a company. */
export const letters = pgTable(
  "letters",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    companyId: companyId(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    state: letterState("state").notNull().default("email_pending"),
    locale: text("locale").notNull(),
    role: letterRole("role"),
    /** The recipient chosen by its writer, if several were open. Null, or closed since: the default. */
    recipientId: bigint("recipient_id", { mode: "number" }),
    /** Plain text as delivered: lines end in LF. */
    body: text("body").notNull(),
    /** The number of shares, encrypted like a pledge's holding; `publicId` is the AAD. Null: none. */
    sharesEnc: bytea("shares_enc"),
    keyId: text("key_id"),
    /** The company may reply to the writer's own address. */
    replyTo: boolean("reply_to").notNull().default(false),
    /** `anonymous`: only the company and the campaign read it. */
    display: signatureDisplay("display").notNull().default("anonymous"),
    publication: letterPublication("publication").notNull().default("private"),
    /** Purposes that the form agreed to: they become consents once its person confirms. */
    agreed: text("agreed").array().notNull().default([]),
    /** Name and country in the form of an unconfirmed person: theirs once they confirm this letter. */
    typedName: text("typed_name"),
    typedCountry: text("typed_country"),
    links: smallint("links").notNull().default(0),
    /** Share of its words in the template, and in the most similar letter: 0 to 1. Null: not scored. */
    templateSimilarity: real("template_similarity"),
    nearestSimilarity: real("nearest_similarity"),
    /** `letters.id`, without a foreign key: it may be gone. */
    nearestLetterId: bigint("nearest_letter_id", { mode: "number" }),
    scoredAt: at("scored_at"),
    /** Why it is on hold: a code of app/domain/screening/reasons.ts. Null: nothing was found. */
    holdReason: text("hold_reason"),
    /** When an organizer decided about it. */
    moderatedAt: at("moderated_at"),
    moderatedById: organizer("moderated_by_id"),
    /** Why an organizer refused or hid it: a code, explained to its writer in words. */
    moderationReason: text("moderation_reason"),
    dispatchId: bigint("dispatch_id", { mode: "number" }).references(() => letterDispatches.id),
    /** sha256 of the exact text that its dispatch's approval covers: if the text changes, it is left out. */
    approvedSha256: bytea("approved_sha256"),
    /** sha256 of the exact text that was sent (`letterText`). */
    sentSha256: bytea("sent_sha256"),
    handedOverAt: at("handed_over_at"),
    /** When its writer says they sent it themselves; unverified. */
    selfSentAt: at("self_sent_at"),
    selfSentWay: text("self_sent_way"),
    createdAt: at("created_at").notNull().defaultNow(),
    confirmedAt: at("confirmed_at"),
    withdrawnAt: at("withdrawn_at"),
    remindedAt: at("reminded_at"),
    search: tsvector("search").generatedAlwaysAs(searchable),
  },
  (t) => [
    // One confirmed letter per person and company. Unconfirmed ones may come from others who typed the
    // address.
    uniqueIndex("letters_one_at_a_time")
      .on(t.campaignId, t.supporterId, t.companyId)
      .where(sql`${t.state} in ('confirmed', 'queued')`),
    index("letters_unconfirmed").on(t.supporterId, t.campaignId).where(sql`${t.state} = 'email_pending'`),
    foreignKey({
      name: "letters_to_a_company_of_the_campaign",
      columns: [t.campaignId, t.companyId],
      foreignColumns: [campaignCompanies.campaignId, campaignCompanies.companyId],
    }),
    foreignKey({
      name: "letters_in_a_dispatch_to_their_company",
      columns: [t.dispatchId, t.companyId],
      foreignColumns: [letterDispatches.id, letterDispatches.companyId],
    }),
    foreignKey({
      name: "letters_to_a_recipient_of_the_campaign",
      columns: [t.recipientId, t.campaignId, t.companyId],
      foreignColumns: [letterRecipients.id, letterRecipients.campaignId, letterRecipients.companyId],
    }),
    index("letters_recipient").on(t.recipientId).where(sql`${t.recipientId} is not null`),
    check("letters_typed_while_unconfirmed", sql`${t.state} = 'email_pending' or ${t.typedName} is null`),
    check("letters_typed_whole", sql`num_nonnulls(${t.typedName}, ${t.typedCountry}) in (0, 2)`),
    check(
      "letters_typed_shape",
      sql`char_length(${t.typedName}) between 1 and 120 and ${t.typedName} !~ '[[:cntrl:]]'
        and ${t.typedCountry} ~ '^[A-Z]{2}$'`,
    ),
    check("letters_body_length", sql`char_length(${t.body}) between 1 and 5000`),
    // Only tabs and line ends.
    check("letters_body_is_text", sql`${t.body} !~ '[\\x01-\\x08\\x0b-\\x1f\\x7f]'`),
    check("letters_locale_shape", sql`${t.locale} ~ '^[a-z]{2}$'`),
    check("letters_shares_have_key", sql`(${t.keyId} is not null) = (${t.sharesEnc} is not null)`),
    check("letters_shares_are_ciphertext", sql`octet_length(${t.sharesEnc}) between 29 and 128`),
    check(
      "letters_similarity_is_a_part",
      sql`least(${t.templateSimilarity}, ${t.nearestSimilarity}) >= 0
        and greatest(${t.templateSimilarity}, ${t.nearestSimilarity}) <= 1`,
    ),
    check("letters_hold_reason_is_a_code", sql`${t.holdReason} ~ '^[a-z-]{1,40}$'`),
    check("letters_moderation_reason_is_a_code", sql`${t.moderationReason} ~ '^[a-z-]{1,40}$'`),
    check("letters_self_sent_way_known", sql`${t.selfSentWay} in ('mail', 'post')`),
    check("letters_self_sent_has_way", sql`(${t.selfSentAt} is null) = (${t.selfSentWay} is null)`),
    check("letters_pending_is_unconfirmed", sql`(${t.state} = 'email_pending') = (${t.confirmedAt} is null)`),
    check("letters_withdrawn_has_time", sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check("letters_queued_with_a_dispatch", sql`${t.state} <> 'queued' or ${t.dispatchId} is not null`),
    check(
      "letters_handed_over_is_proved",
      sql`${t.state} not in ('filed', 'sent', 'accepted')
        or (${t.sentSha256} is not null and ${t.handedOverAt} is not null)`,
    ),
    check("letters_sha256_length", sql`octet_length(${t.sentSha256}) = 32`),
    check("letters_published_by_consent", sql`${t.publication} = 'private' or ${t.display} <> 'anonymous'`),
    check("letters_refused_says_why", sql`${t.state} <> 'refused' or ${t.moderationReason} is not null`),
    index("letters_page").on(t.campaignId, t.createdAt, t.id),
    index("letters_state_page").on(t.campaignId, t.state, t.createdAt, t.id),
    index("letters_confirmed").on(t.campaignId, t.confirmedAt).where(sql`${t.confirmedAt} is not null`),
    index("letters_supporter").on(t.supporterId),
    index("letters_dispatch").on(t.dispatchId).where(sql`${t.dispatchId} is not null`),
    index("letters_pending_by_age").on(t.createdAt).where(sql`${t.state} = 'email_pending'`),
    index("letters_by_key").on(t.keyId).where(sql`${t.keyId} is not null`),
    index("letters_unscored").on(t.id).where(sql`${t.scoredAt} is null and ${t.state} <> 'email_pending'`),
    index("letters_published")
      .on(t.campaignId, t.confirmedAt, t.id)
      .where(sql`${t.publication} = 'published'`),
    index("letters_withdrawn_after")
      .on(t.campaignId)
      .where(sql`${t.state} = 'withdrawn' and ${t.handedOverAt} is not null`),
    index("letters_search").using("gin", t.search).where(sql`${t.publication} = 'published'`),
    index("letters_moderation")
      .on(t.campaignId, t.id)
      .where(
        sql`${t.publication} = 'awaiting' or (${t.holdReason} is not null and ${t.moderatedAt} is null)`,
      ),
  ],
);

/** Shingles to find similar letters by (app/domain/entries/letters/score-letters.server.ts). */
export const letterPrints = pgTable(
  "letter_prints",
  {
    campaignId: campaignId(),
    print: bigint("print", { mode: "number" }).notNull(),
    letterId: erasedWith("letter_id", () => letters.id),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.print, t.letterId] }),
    index("letter_prints_letter").on(t.letterId),
  ],
);

/** A reader's report of a public letter. Nothing about the reader is stored. */
export const letterReports = pgTable(
  "letter_reports",
  {
    id: identity(),
    letterId: erasedWith("letter_id", () => letters.id),
    reason: text("reason").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    settledAt: at("settled_at"),
    settledById: organizer("settled_by_id"),
  },
  (t) => [
    check("letter_reports_reason_is_a_code", sql`${t.reason} ~ '^[a-z-]{1,40}$'`),
    index("letter_reports_letter").on(t.letterId),
    index("letter_reports_open").on(t.letterId).where(sql`${t.settledAt} is null`),
  ],
);
