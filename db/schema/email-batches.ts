import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { at, bytea, identity } from "./columns.ts";
import { outbox } from "./outbox.ts";
import { updates } from "./updates.ts";

/**
 * `queued`: nothing of it was sent. `frozen`: its bytes are fixed and were, or are about to be, sent. Then it
 * is settled: the outcome of each email is in `outbox`. `split`: its emails go in other calls.
 * `skipped`: nobody in it could be emailed any more.
 */
export const emailBatchState = pgEnum("email_batch_state", [
  "queued",
  "frozen",
  "accepted",
  "failed",
  "unknown",
  "split",
  "skipped",
]);

/**
 * Up to a hundred emails of one update, or of none, sent in one call. It is frozen before the call, and only
 * retried with the same key and bytes. Ids stay when an email is deleted, to keep the gap visible.
 */
export const emailBatches = pgTable(
  "email_batches",
  {
    id: identity(),
    /** Null: its emails are not of an update. */
    updateId: bigint("update_id", { mode: "number" }).references(() => updates.id, { onDelete: "cascade" }),
    /** `outbox.id`, ascending, as in the body. */
    emailIds: bigint("email_ids", { mode: "number" }).array().notNull(),
    state: emailBatchState("state").notNull().default("queued"),
    /** Tries so far. Each claim adds one, which identifies answers of a worker that lost its lease. */
    attempts: integer("attempts").notNull().default(0),
    /** Not before this time; the end of its lease while a worker has it. */
    dueAt: at("due_at").notNull().defaultNow(),
    leaseUntil: at("lease_until"),
    templateVersion: text("template_version"),
    /** Of the rendered body. The body itself is not kept: it contains names and addresses. */
    bodySha256: bytea("body_sha256"),
    idempotencyKey: text("idempotency_key").unique(),
    transport: text("transport"),
    frozenAt: at("frozen_at"),
    /** Since when a try may have been accepted but its answer was lost. Null: no such try. */
    unansweredSince: at("unanswered_since"),
    settledAt: at("settled_at"),
    problem: text("problem"),
  },
  (t) => [
    // The provider's limit for one call.
    check(
      "email_batches_size",
      sql`cardinality(${t.emailIds}) between 1 and 100 and array_position(${t.emailIds}, null) is null`,
    ),
    check("email_batches_template_version_given", sql`${t.templateVersion} ~ '^[A-Za-z0-9._-]{1,64}$'`),
    check("email_batches_sha256_length", sql`octet_length(${t.bodySha256}) = 32`),
    // The provider's limit in characters.
    check(
      "email_batches_key_shape",
      sql`${t.idempotencyKey} ~ '^[A-Za-z0-9._:/-]+$' and length(${t.idempotencyKey}) between 16 and 256`,
    ),
    check("email_batches_transport_known", sql`${t.transport} ~ '^[a-z]{2,20}$'`),
    check(
      "email_batches_frozen_is_whole",
      sql`${t.state} <> 'frozen'
        or num_nonnulls(${t.templateVersion}, ${t.bodySha256}, ${t.idempotencyKey}, ${t.transport},
          ${t.frozenAt}) = 5`,
    ),
    check("email_batches_problem_is_a_code", sql`${t.problem} ~ '^[a-z0-9_-]{1,64}$'`),
    check(
      "email_batches_settled_has_time",
      sql`(${t.state} in ('queued', 'frozen')) = (${t.settledAt} is null)`,
    ),
    index("email_batches_due").on(t.dueAt, t.id).where(sql`${t.state} in ('queued', 'frozen')`),
    index("email_batches_update").on(t.updateId, t.id).where(sql`${t.state} in ('queued', 'frozen')`),
    index("email_batches_open").on(t.updateId).where(sql`${t.state} = 'frozen'`),
    index("email_batches_of_no_update")
      .on(t.dueAt)
      .where(sql`${t.state} = 'frozen' and ${t.updateId} is null`),
    index("email_batches_settled").on(t.updateId, t.settledAt).where(sql`${t.settledAt} is not null`),
  ],
);

/** Reports of a provider about emails, each event once. Never the payload, which contains an address. */
export const emailEvents = pgTable(
  "email_events",
  {
    id: identity(),
    svixId: text("svix_id").notNull().unique(),
    /** As the provider names it, such as `email.bounced`. */
    type: text("type").notNull(),
    occurredAt: at("occurred_at").notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
    /** Null: the email is not known here. */
    emailId: bigint("email_id", { mode: "number" }).references(() => outbox.id, { onDelete: "cascade" }),
  },
  (t) => [
    check("email_events_svix_id_shape", sql`${t.svixId} ~ '^[A-Za-z0-9_.-]{1,128}$'`),
    check("email_events_type_shape", sql`${t.type} ~ '^[a-z_]+([.][a-z_]+)+$' and length(${t.type}) <= 64`),
    index("email_events_email").on(t.emailId),
  ],
);

/** The pace of a provider's account, which all processes share. All times are the database's. */
export const mailPace = pgTable(
  "mail_pace",
  {
    account: text("account").primaryKey(),
    /** Calls a second that the provider allows, as its answers say. */
    announced: real("announced").notNull(),
    /** Calls a second that are made: fewer after a refusal, then slowly more again. */
    perSecond: real("per_second").notNull(),
    /** When the next call may be made. */
    nextAt: at("next_at").notNull().defaultNow(),
    turnedAt: at("turned_at").notNull().defaultNow(),
    refusedAt: at("refused_at").notNull().default(sql`'-infinity'`),
  },
  (t) => [check("mail_pace_moves", sql`${t.announced} > 0 and ${t.perSecond} > 0`)],
);

/**
 * Emails handed over in a minute (UTC) by the order in which they are sent, kept by a trigger in 16 slots and
 * deleted after an hour: the rate of each lane, read without its emails.
 */
export const mailMinutes = pgTable(
  "mail_minutes",
  {
    minute: at("minute").notNull(),
    /** 0 to 2 as in the index `outbox_next`, 3 for updates. */
    lane: smallint("lane").notNull(),
    slot: smallint("slot").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.minute, t.lane, t.slot] })],
);
