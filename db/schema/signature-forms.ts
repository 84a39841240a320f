import { bigint, index, jsonb, pgTable } from "drizzle-orm/pg-core";
import { at, identity, publicId } from "./columns.ts";
import { outbox } from "./outbox.ts";
import { signatures } from "./signatures.ts";

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
