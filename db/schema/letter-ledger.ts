import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { campaignId, companyId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity, publicId } from "./columns.ts";
import { letterDispatches, letterParts } from "./letter-dispatches.ts";
import { letterState, letters } from "./letters.ts";
import { approval, ofOrganizer, organizer } from "./organizers.ts";
import { signatures } from "./signatures.ts";

/**
 * The ledger: what happened to a letter, in order, written by the triggers of db/functions/letters.sql with
 * the change itself. `event` is its new state, or `held`, `released`, `replied`, `published`, `hidden`.
 */
export const letterEvents = pgTable(
  "letter_events",
  {
    id: identity(),
    letterId: erasedWith("letter_id", () => letters.id),
    at: at("at").notNull().defaultNow(),
    event: text("event").notNull(),
    /** `outbox.id` of the email that caused it. */
    emailId: bigint("email_id", { mode: "number" }),
    /** Code of the problem. */
    problem: text("problem"),
  },
  (t) => [
    check("letter_events_event_is_a_code", sql`${t.event} ~ '^[a-z_-]{1,40}$'`),
    check("letter_events_problem_is_a_code", sql`${t.problem} ~ '^[a-z0-9_-]{1,64}$'`),
    index("letter_events_letter").on(t.letterId, t.id),
  ],
);

/**
 * Letters of a campaign by company and state, in 16 slots, kept by the triggers of
 * db/functions/letter-counts.sql.
 */
export const letterCounts = pgTable(
  "letter_counts",
  {
    campaignId: campaignId(),
    companyId: companyId(),
    slot: smallint("slot").notNull(),
    emailPending: integer("email_pending").notNull().default(0),
    confirmed: integer("confirmed").notNull().default(0),
    queued: integer("queued").notNull().default(0),
    filed: integer("filed").notNull().default(0),
    sent: integer("sent").notNull().default(0),
    accepted: integer("accepted").notNull().default(0),
    bounced: integer("bounced").notNull().default(0),
    unknown: integer("unknown").notNull().default(0),
    withdrawn: integer("withdrawn").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** Sent letters whose writer was erased since. */
    erased: integer("erased").notNull().default(0),
    /** Letters in any state whose writers say they sent them themselves. */
    selfSent: integer("self_sent").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.companyId, t.slot] }),
    check("letter_counts_slot", sql`${t.slot} between 0 and 15`),
  ],
);

/** A sent letter whose writer was erased since: still counted, nothing else kept. */
export const erasedLetters = pgTable(
  "erased_letters",
  {
    id: identity(),
    campaignId: campaignId(),
    companyId: companyId(),
    state: letterState("state").notNull(),
    erasedAt: at("erased_at").notNull().defaultNow(),
  },
  (t) => [index("erased_letters_campaign").on(t.campaignId, t.state)],
);

/** Letters of a dispatch that each organizer opened in the console, and when last. */
export const letterOpenings = pgTable(
  "letter_openings",
  {
    dispatchId: erasedWith("dispatch_id", () => letterDispatches.id),
    organizerId: ofOrganizer(),
    letterId: erasedWith("letter_id", () => letters.id),
    openedAt: at("opened_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.dispatchId, t.organizerId, t.letterId] }),
    index("letter_openings_letter").on(t.letterId),
  ],
);

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

/** A reply of the company, as recorded by an organizer; published with the letters it answers. */
export const letterReplies = pgTable(
  "letter_replies",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** The dispatch that it answers, with all its letters. */
    dispatchId: bigint("dispatch_id", { mode: "number" })
      .notNull()
      .references(() => letterDispatches.id),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    /** Who replied, as printed: an office rather than a person. */
    fromWhom: text("from_whom").notNull(),
    text: text("text").notNull(),
    recordedAt: at("recorded_at").notNull().defaultNow(),
    recordedById: organizer("recorded_by_id"),
    /**
     * When a second person approved it for publication, and for emails to the writers. Null: only organizers
     * see it.
     */
    ...approval(),
    /** Removed by an organizer: no page shows it any more. */
    removedAt: at("removed_at"),
  },
  (t) => [
    check("letter_replies_text_length", sql`char_length(${t.text}) between 1 and 20000`),
    check("letter_replies_from_length", sql`char_length(${t.fromWhom}) between 1 and 200`),
    check(
      "letter_replies_never_approved_by_who_recorded",
      sql`${t.approvedAlone} or ${t.approvedById} is distinct from ${t.recordedById}
        or ${t.approvedById} is null`,
    ),
    index("letter_replies_dispatch").on(t.dispatchId),
    index("letter_replies_campaign").on(t.campaignId, t.receivedOn),
  ],
);
