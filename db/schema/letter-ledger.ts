import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { campaignId, companyId } from "./campaigns.ts";
import { at, erasedWith, identity } from "./columns.ts";
import { letterState, letters } from "./letters.ts";

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
