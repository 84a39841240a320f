import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { at, bytea, erasedWith } from "./columns.ts";
import { letterParts } from "./letter-dispatches.ts";
import { letters } from "./letters.ts";
import { signatures } from "./signatures.ts";

/**
 * A letter from an email that did not arrive; it waits or was sent again. If the email is reported as arrived
 * after all, a trigger of db/functions/letters.sql returns the letter to it, so that it is not sent twice.
 */
export const returnedLetters = pgTable(
  "returned_letters",
  {
    letterId: erasedWith("letter_id", () => letters.id),
    partId: bigint("part_id", { mode: "number" })
      .notNull()
      .references(() => letterParts.id),
    /** The letter's hash in that email. */
    sentSha256: bytea("sent_sha256"),
    handedOverAt: at("handed_over_at"),
    returnedAt: at("returned_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.letterId, t.partId] }),
    check("returned_letters_sha256_length", sql`octet_length(${t.sentSha256}) = 32`),
    index("returned_letters_part").on(t.partId),
  ],
);

/** A name from an email that did not arrive: the next annex takes it. Kept by the same trigger. */
export const returnedNames = pgTable(
  "returned_names",
  {
    signatureId: erasedWith("signature_id", () => signatures.id),
    partId: bigint("part_id", { mode: "number" })
      .notNull()
      .references(() => letterParts.id),
    returnedAt: at("returned_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.signatureId, t.partId] }), index("returned_names_part").on(t.partId)],
);
