import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { shareLinks } from "./activity.ts";
import { at, erasedWith, identity, publicId } from "./columns.ts";
import { imports } from "./imports.ts";
import { petitionVersions } from "./petitions.ts";
import { consentPurpose, supporters } from "./supporters.ts";

export const signatureState = pgEnum("signature_state", [
  "pending",
  "confirmed",
  "withdrawn",
  "invalidated",
  "imported",
  "quarantined",
]);
export const signatureDisplay = pgEnum("signature_display", ["anonymous", "initials", "public"]);

/** A person under a petition. Only `confirmed` counts; `quarantined` was confirmed and is on hold. */
export const signatures = pgTable(
  "signatures",
  {
    id: identity(),
    publicId: publicId(),
    /** No foreign key: that of its petition version implies the campaign exists. */
    campaignId: integer("campaign_id").notNull(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    petitionVersion: integer("petition_version").notNull(),
    state: signatureState("state").notNull().default("pending"),
    display: signatureDisplay("display").notNull().default("anonymous"),
    /** True if its person chose how they appear under a text that mentions the public list of signers. */
    listed: boolean("listed").notNull().default(false),
    comment: text("comment"),
    /** The source in the link that the signer followed. */
    source: text("source"),
    /** Only the host. */
    referrer: text("referrer"),
    /** Printed on the receipt; it opens nothing. */
    receiptCode: text("receipt_code").notNull().unique(),
    signedAt: at("signed_at").notNull().defaultNow(),
    /** When the form that its words are from was posted; null: `signed_at`. */
    postedAt: at("posted_at"),
    confirmedAt: at("confirmed_at"),
    withdrawnAt: at("withdrawn_at"),
    invalidatedAt: at("invalidated_at"),
    exclusionReason: text("exclusion_reason"),
    remindedAt: at("reminded_at"),
    /** When its person stopped emails about new petition texts. */
    noticesStoppedAt: at("notices_stopped_at"),
    /** The import that brought it; kept when its person confirms it later. */
    importId: bigint("import_id", { mode: "number" }).references(() => imports.id),
    /** Consents from its form; null once its person confirmed it, which puts them in force. */
    askedConsents: consentPurpose("asked_consents").array(),
    /** Companies that the form agrees to give the name to; null: the campaign's first. */
    askedCompanyIds: integer("asked_company_ids").array(),
    /** The share link that brought them, until they confirm. */
    shareLinkId: bigint("share_link_id", { mode: "number" }).references(() => shareLinks.id, {
      onDelete: "set null",
    }),
  },
  (t) => [
    // In this order it also finds what a person has signed.
    unique("signatures_one_a_person").on(t.supporterId, t.campaignId),
    foreignKey({
      name: "signatures_petition_version",
      columns: [t.campaignId, t.petitionVersion],
      foreignColumns: [petitionVersions.campaignId, petitionVersions.version],
    }),
    check(
      "signatures_confirmed_has_time",
      sql`${t.state}::text not in ('confirmed', 'quarantined') or ${t.confirmedAt} is not null`,
    ),
    check("signatures_pending_is_unconfirmed", sql`${t.state} <> 'pending' or ${t.confirmedAt} is null`),
    check("signatures_withdrawn_has_time", sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check(
      "signatures_invalidated_has_time",
      sql`(${t.state} = 'invalidated') = (${t.invalidatedAt} is not null)`,
    ),
    check("signatures_comment_length", sql`char_length(${t.comment}) between 1 and 1000`),
    check("signatures_source_shape", sql`${t.source} ~ '^[A-Za-z0-9._-]{1,64}$'`),
    check(
      "signatures_receipt_shape",
      sql`${t.receiptCode} ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'`,
    ),
    // As text: a new enum value cannot be used in the transaction that added it.
    check(
      "signatures_imported_by_an_import",
      sql`${t.state}::text <> 'imported' or (${t.importId} is not null and ${t.confirmedAt} is null)`,
    ),
    check("signatures_share_link_until_confirmed", sql`${t.shareLinkId} is null or ${t.confirmedAt} is null`),
    // Lists are read newest first, whole or by state, from any date on.
    index("signatures_page").on(t.campaignId, t.signedAt, t.id),
    index("signatures_state_page").on(t.campaignId, t.state, t.signedAt, t.id),
    index("signatures_confirmed").on(t.campaignId, t.confirmedAt).where(sql`${t.confirmedAt} is not null`),
    index("signatures_pending_by_age").on(t.signedAt).where(sql`${t.state} = 'pending'`),
    index("signatures_listed")
      .on(t.campaignId, t.confirmedAt, t.id)
      .where(sql`${t.listed} and ${t.state} = 'confirmed' and ${t.display} <> 'anonymous'`),
    index("signatures_share_link").on(t.shareLinkId).where(sql`${t.shareLinkId} is not null`),
    index("signatures_import").on(t.importId, t.id).where(sql`${t.importId} is not null`),
  ],
);
