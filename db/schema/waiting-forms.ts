import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgEnum, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { at, bytea, identity, publicId } from "./columns.ts";
import { outbox } from "./outbox.ts";
import { signatures } from "./signatures.ts";

export const waitingFormKind = pgEnum("waiting_form_kind", [
  "manage-link",
  "resend",
  "pledge",
  "letter",
  "signature",
]);

/**
 * Forms that name an address, until the worker stores them (docs/decisions/0028-forms-that-wait.md).
 * Answering one only writes this row, so that it takes equally long for every address.
 */
export const waitingForms = pgTable(
  "waiting_forms",
  {
    id: identity(),
    publicId: publicId(),
    kind: waitingFormKind("kind").notNull(),
    /**
     * In clear, as a campaign's rules ask whether anybody signed, pledged or wrote. No foreign key: its check
     * would make signers wait while somebody edits the campaign. Null: none, or kept by an earlier version.
     */
    campaignId: integer("campaign_id"),
    /** The companies it is for or gives a name to; null: of an earlier version, so perhaps any. */
    companyIds: integer("company_ids").array(),
    /** Of the canonical address, so that an erasure finds it. */
    addressHmac: bytea("address_hmac").notNull(),
    keyId: text("key_id").notNull(),
    /** The form's fields, sealed with the public id. */
    sealed: bytea("sealed").notNull(),
    postedAt: at("posted_at").notNull().defaultNow(),
    dueAt: at("due_at").notNull().defaultNow(),
    /** Failed tries. */
    attempts: smallint("attempts").notNull().default(0),
  },
  (t) => [
    index("waiting_forms_due").on(t.dueAt, t.id),
    // Those that are taken one by one, among any number of others.
    index("waiting_forms_alone")
      .on(t.dueAt, t.id)
      .where(sql`${t.kind} in ('manage-link', 'resend') or ${t.attempts} > 0`),
    index("waiting_forms_address").on(t.addressHmac, t.id),
  ],
);

/**
 * Later forms of an address whose signature waits to be confirmed, if they say something else: each has a
 * link of its own, which confirms its own words (docs/decisions/0032-unconfirmed-entries-apart.md).
 */
export const signatureForms = pgTable(
  "signature_forms",
  {
    id: identity(),
    publicId: publicId(),
    signatureId: bigint("signature_id", { mode: "number" })
      .notNull()
      .references(() => signatures.id, { onDelete: "cascade" }),
    postedAt: at("posted_at").notNull(),
    /** The email that asks to confirm it; null if the day's emails were used up. */
    emailId: bigint("email_id", { mode: "number" }).references(() => outbox.id, { onDelete: "set null" }),
    /** Columns of `signatures` and `supporters` as the form filled them; empty once one was confirmed. */
    words: jsonb("words").notNull(),
  },
  (t) => [
    index("signature_forms_signature").on(t.signatureId, t.id),
    index("signature_forms_email").on(t.emailId),
  ],
);
