import { sql } from "drizzle-orm";
import { bigint, check, index, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { at, bytea, identity } from "./columns.ts";
import { deliveries, deliveryTemplate } from "./deliveries.ts";

/** `frozen` until it is settled: how each of its mails fared stands in `deliveries`. */
export const deliveryBatchState = pgEnum("delivery_batch_state", ["frozen", "accepted", "failed", "unknown"]);

/**
 * One call that hands several mails over, frozen before it is made: a retry is made only with the same
 * key and the same bytes. The ids stay when a delivery goes, so that the gap is seen.
 */
export const deliveryBatches = pgTable(
  "delivery_batches",
  {
    id: identity(),
    /** `deliveries.id`, in the order in which they stand in the body. */
    deliveryIds: bigint("delivery_ids", { mode: "number" }).array().notNull(),
    template: deliveryTemplate("template").notNull(),
    templateVersion: text("template_version").notNull(),
    /** Of the rendered body. The body itself is not kept: it holds names and addresses. */
    bodySha256: bytea("body_sha256").notNull(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    transport: text("transport").notNull(),
    state: deliveryBatchState("state").notNull().default("frozen"),
    frozenAt: at("frozen_at").notNull().defaultNow(),
    /** Since when a try may have been accepted without our having seen the answer. Null: no such try. */
    unansweredSince: at("unanswered_since"),
    settledAt: at("settled_at"),
  },
  (t) => [
    // 100 mails are the provider's limit for one call.
    check(
      "delivery_batches_size",
      sql`cardinality(${t.deliveryIds}) between 1 and 100 and array_position(${t.deliveryIds}, null) is null`,
    ),
    check("delivery_batches_template_version_given", sql`${t.templateVersion} ~ '^[A-Za-z0-9._-]{1,64}$'`),
    check("delivery_batches_sha256_length", sql`octet_length(${t.bodySha256}) = 32`),
    // 256 characters are the provider's limit.
    check(
      "delivery_batches_key_shape",
      sql`${t.idempotencyKey} ~ '^[A-Za-z0-9._:/-]+$' and length(${t.idempotencyKey}) between 16 and 256`,
    ),
    check("delivery_batches_transport_known", sql`${t.transport} in ('resend', 'smtp', 'file')`),
    check("delivery_batches_settled_has_time", sql`(${t.state} = 'frozen') = (${t.settledAt} is null)`),
  ],
);

/** What a provider reported of a mail, once an event. Never its payload, which holds an address. */
export const mailEvents = pgTable(
  "mail_events",
  {
    id: identity(),
    svixId: text("svix_id").notNull().unique(),
    /** As the provider names it, such as `email.bounced`. */
    type: text("type").notNull(),
    occurredAt: at("occurred_at").notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
    /** Null: of no mail that is known here. */
    deliveryId: bigint("delivery_id", { mode: "number" }).references(() => deliveries.id, {
      onDelete: "cascade",
    }),
  },
  (t) => [
    check("mail_events_svix_id_shape", sql`${t.svixId} ~ '^[A-Za-z0-9_.-]{1,128}$'`),
    check("mail_events_type_shape", sql`${t.type} ~ '^[a-z_]+([.][a-z_]+)+$' and length(${t.type}) <= 64`),
    index("mail_events_delivery").on(t.deliveryId),
  ],
);
