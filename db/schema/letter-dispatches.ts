import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { campaignId, campaigns, companyId } from "./campaigns.ts";
import { at, bytea, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";
import { signatures } from "./signatures.ts";

export const letterSettings = pgTable(
  "letter_settings",
  {
    campaignId: integer("campaign_id")
      .primaryKey()
      .references(() => campaigns.id),
    /** Days between dispatches: then the next one is drafted. */
    everyDays: smallint("every_days").notNull().default(7),
    /** Number of waiting letters that drafts one earlier. Null: only by time. */
    milestone: integer("milestone").default(500),
    editedAt: at("edited_at").notNull().defaultNow(),
    editedById: organizer("edited_by_id"),
  },
  (t) => [check("letter_settings_counts", sql`${t.everyDays} between 1 and 90 and ${t.milestone} >= 10`)],
);

/**
 * A recipient of letters at a company. Addresses are only here: no form names another. An unverified one gets
 * nothing but files; a trigger of db/functions/letters.sql enforces this, and unverifies edited ones.
 */
export const letterRecipients = pgTable(
  "letter_recipients",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    companyId: companyId(),
    /** As printed above a letter: "Investor Relations". */
    name: text("name").notNull(),
    email: text("email").notNull(),
    /** Lines as on an envelope. */
    postalAddress: text("postal_address"),
    /** Emails in 24 hours. */
    perDay: smallint("per_day").notNull().default(20),
    createdAt: at("created_at").notNull().defaultNow(),
    verifiedAt: at("verified_at"),
    /** Who checked the address, by name; and the organizer who recorded it. */
    verifiedBy: text("verified_by"),
    verifiedById: organizer("verified_by_id"),
    /** The page or document it was checked against. */
    verifiedWhere: text("verified_where"),
    /** It gets no more dispatches. */
    retiredAt: at("retired_at"),
    /** Since when writers can choose it. The one opened first is the default. */
    openedAt: at("opened_at"),
  },
  (t) => [
    unique("letter_recipients_once").on(t.campaignId, t.companyId, t.email),
    // Lets references include the company, so that both are of one company.
    unique("letter_recipients_of_company").on(t.id, t.companyId),
    // Lets letters include their campaign, so that none goes to another campaign's recipient.
    unique("letter_recipients_of_campaign").on(t.id, t.campaignId, t.companyId),
    check(
      "letter_recipients_open_if_verified",
      sql`${t.openedAt} is null or (${t.verifiedAt} is not null and ${t.retiredAt} is null)`,
    ),
    check(
      "letter_recipients_name_length",
      sql`char_length(${t.name}) between 1 and 120 and ${t.name} !~ '[[:cntrl:]]'`,
    ),
    check(
      "letter_recipients_email_shape",
      sql`${t.email} ~ '^[^[:space:][:cntrl:],\\x3b<>"]+@[^[:space:][:cntrl:],\\x3b<>"@]+$'
        and length(${t.email}) <= 254`,
    ),
    check("letter_recipients_postal_length", sql`char_length(${t.postalAddress}) between 1 and 500`),
    check("letter_recipients_per_day", sql`${t.perDay} between 1 and 200`),
    check(
      "letter_recipients_verified_whole",
      sql`num_nonnulls(${t.verifiedAt}, ${t.verifiedBy}, ${t.verifiedWhere}) in (0, 3)`,
    ),
  ],
);

export const letterDispatchKind = pgEnum("letter_dispatch_kind", ["consolidated", "individual"]);
export const letterDispatchState = pgEnum("letter_dispatch_state", [
  "draft",
  "sending",
  "paused",
  "sent",
  "cancelled",
]);

/**
 * A shipment of letters to one recipient: a letter of the campaign with an annex, or individual letters. From
 * submission on its words, recipient and letters are fixed, except letters that are withdrawn.
 */
export const letterDispatches = pgTable(
  "letter_dispatches",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** Its recipient's, and that of all its letters. */
    companyId: companyId(),
    /** Counts up within the campaign. */
    number: integer("number").notNull(),
    kind: letterDispatchKind("kind").notNull(),
    state: letterDispatchState("state").notNull().default("draft"),
    version: integer("version").notNull().default(1),
    recipientId: bigint("recipient_id", { mode: "number" })
      .notNull()
      .references(() => letterRecipients.id),
    locale: text("locale").notNull().default("en"),
    subject: text("subject").notNull(),
    /**
     * The campaign's letter as plain text; `{letters}`, `{names}`, `{signatures}`, `{holders}` are counts.
     */
    body: text("body").notNull(),
    /** Whether to include the names of signers who agreed and were in no earlier annex. */
    withNames: boolean("with_names").notNull().default(true),
    /** Why it was drafted: `weekly`, `milestone` or `organizer`. */
    cause: text("cause").notNull().default("organizer"),
    authorId: organizer("author_id"),
    editedById: organizer("edited_by_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at").notNull().defaultNow(),
    submittedAt: at("submitted_at"),
    submittedById: organizer("submitted_by_id"),
    /** The recipient at submission: the approval holds for no other, even after an edit. */
    recipientName: text("recipient_name"),
    recipientEmail: text("recipient_email"),
    /** Fields of recipient and campaign in every email, as submitted: an approval covers only those. */
    submittedFrame: jsonb("submitted_frame"),
    ...approval(),
    /** Of the words, the other parts of every email, and the letters and names in order. */
    approvedSha256: bytea("approved_sha256"),
    /**
     * Fields of recipient and campaign in every email, as approved: `frameNow` of
     * app/domain/outgoing/dispatches/dispatch-frame.server.ts.
     */
    approvedFrame: jsonb("approved_frame"),
    startedAt: at("started_at"),
    /** Counts in its words when it began: `DispatchFigures` of app/domain/outgoing/dispatches/dispatch.ts. */
    figures: jsonb("figures"),
    finishedAt: at("finished_at"),
    pausedAt: at("paused_at"),
    pauseReason: text("pause_reason"),
  },
  (t) => [
    unique("letter_dispatches_number").on(t.campaignId, t.number),
    unique("letter_dispatches_of_company").on(t.id, t.companyId),
    foreignKey({
      name: "letter_dispatches_to_an_office_of_their_company",
      columns: [t.recipientId, t.companyId],
      foreignColumns: [letterRecipients.id, letterRecipients.companyId],
    }),
    check("letter_dispatches_count_up", sql`${t.number} >= 1 and ${t.version} >= 1`),
    check(
      "letter_dispatches_subject_is_one_line",
      sql`char_length(${t.subject}) between 1 and 150 and ${t.subject} !~ '[[:cntrl:]]'`,
    ),
    check("letter_dispatches_body_length", sql`char_length(${t.body}) between 1 and 10000`),
    check("letter_dispatches_cause_known", sql`${t.cause} in ('weekly', 'milestone', 'organizer')`),
    check(
      "letter_dispatches_approved_before_they_go",
      sql`${t.state} in ('draft', 'cancelled')
        or (${t.approvedAt} is not null and ${t.approvedSha256} is not null)`,
    ),
    check(
      "letter_dispatches_recipient_whole",
      sql`num_nonnulls(${t.recipientName}, ${t.recipientEmail}) in (0, 2)`,
    ),
    check(
      "letter_dispatches_submitted_before_approved",
      sql`${t.approvedAt} is null or ${t.submittedAt} is not null`,
    ),
    check(
      "letter_dispatches_never_approved_by_their_author",
      sql`${t.approvedAlone} or ${t.approvedById} is distinct from ${t.submittedById}
        or ${t.approvedById} is null`,
    ),
    check(
      "letter_dispatches_paused_says_why",
      sql`(${t.state} = 'paused') = (${t.pausedAt} is not null)
        and (${t.state} = 'paused') = (${t.pauseReason} is not null)`,
    ),
    check(
      "letter_dispatches_pause_reason_known",
      sql`${t.pauseReason} in ('organizer', 'bounces', 'recipient', 'approver', 'differs', 'provider',
          'quota', 'not-ready', 'too-large', 'restored')`,
    ),
    check("letter_dispatches_sent_is_finished", sql`${t.state} <> 'sent' or ${t.finishedAt} is not null`),
    index("letter_dispatches_at_work").on(t.id).where(sql`${t.state} in ('sending', 'paused')`),
  ],
);

/**
 * An email of a dispatch: as many letters and names as fit, or one letter. Frozen before the call: it is only
 * retried if the same rows make the same bytes. Ids stay when a person is erased, to keep the gap visible.
 */
export const letterParts = pgTable(
  "letter_parts",
  {
    id: identity(),
    publicId: publicId(),
    dispatchId: bigint("dispatch_id", { mode: "number" })
      .notNull()
      .references(() => letterDispatches.id),
    /** From 1, in sending order. */
    part: integer("part").notNull(),
    /** `letters.id` and `signatures.id`, ascending, as approved. */
    letterIds: bigint("letter_ids", { mode: "number" }).array().notNull(),
    signatureIds: bigint("signature_ids", { mode: "number" }).array().notNull().default([]),
    /** Not before this time: individual letters are paced, and a recipient's emails are capped. */
    dueAt: at("due_at").notNull().defaultNow(),
    /** When the email was written for the last try, its content then, and the sha256 of its bytes. */
    frozenAt: at("frozen_at"),
    letters: integer("letters"),
    names: integer("names"),
    /** Of the whole message as sent, of its plain text, and of each attachment in order. */
    mailSha256: bytea("mail_sha256"),
    textSha256: bytea("text_sha256"),
    fileSha256s: bytea("file_sha256s").array(),
  },
  (t) => [
    unique("letter_parts_of_dispatch").on(t.dispatchId, t.part),
    check(
      "letter_parts_say_something",
      sql`cardinality(${t.letterIds}) + cardinality(${t.signatureIds}) > 0`,
    ),
    check(
      "letter_parts_frozen_is_whole",
      sql`num_nonnulls(${t.frozenAt}, ${t.letters}, ${t.names}, ${t.mailSha256}, ${t.textSha256},
          ${t.fileSha256s}) in (0, 6)`,
    ),
    check(
      "letter_parts_sha256_length",
      sql`octet_length(${t.mailSha256}) = 32 and octet_length(${t.textSha256}) = 32`,
    ),
  ],
);

/** A signer's name in a dispatch: once per company. */
export const letterNames = pgTable(
  "letter_names",
  {
    signatureId: bigint("signature_id", { mode: "number" })
      .notNull()
      .references(() => signatures.id, { onDelete: "cascade" }),
    dispatchId: bigint("dispatch_id", { mode: "number" })
      .notNull()
      .references(() => letterDispatches.id),
    /** Its dispatch's. */
    companyId: integer("company_id").notNull(),
    /**
     * sha256 of name and country as submitted (`nameSha256`); a name corrected since is left out. Null: not
     * approved.
     */
    approvedSha256: bytea("approved_sha256"),
  },
  (t) => [
    primaryKey({ columns: [t.signatureId, t.companyId] }),
    foreignKey({
      name: "letter_names_to_their_company",
      columns: [t.dispatchId, t.companyId],
      foreignColumns: [letterDispatches.id, letterDispatches.companyId],
    }),
    index("letter_names_dispatch").on(t.dispatchId),
  ],
);
