import { index, pgEnum, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { at, bytea, identity, publicId } from "./columns.ts";

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
    index("waiting_forms_address").on(t.addressHmac, t.id),
  ],
);
