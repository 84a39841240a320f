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
 * Forms that name an address, until the worker does what they ask (docs/decisions/0028-forms-that-wait.md).
 * The answer to one is this row and nothing else, so that how long it takes is the same for every address.
 */
export const waitingForms = pgTable(
  "waiting_forms",
  {
    id: identity(),
    publicId: publicId(),
    kind: waitingFormKind("kind").notNull(),
    /** Of the canonical address: an erasure finds it by this. */
    addressHmac: bytea("address_hmac").notNull(),
    keyId: text("key_id").notNull(),
    /** What was filled in, sealed with the public id. */
    sealed: bytea("sealed").notNull(),
    postedAt: at("posted_at").notNull().defaultNow(),
    dueAt: at("due_at").notNull().defaultNow(),
    /** Tries that failed. */
    attempts: smallint("attempts").notNull().default(0),
  },
  (t) => [
    index("waiting_forms_due").on(t.dueAt, t.id),
    index("waiting_forms_address").on(t.addressHmac, t.id),
  ],
);
