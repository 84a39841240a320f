import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity } from "./columns.ts";
import { organizer } from "./organizers.ts";

/**
 * A request for an approval, and whether it was sent back instead. Whether a thing waits is in its own row,
 * unless its newest request was sent back. Those who were asked are in `outbox`.
 */
export const approvalRequests = pgTable(
  "approval_requests",
  {
    id: identity(),
    campaignId: campaignId(),
    /** An `ApprovalKind` of app/domain/approvals/approval.ts. */
    kind: text("kind").notNull(),
    /** The public id of what is to be approved. */
    subject: uuid("subject").notNull(),
    /** What people call it by; null: there is only one. */
    number: integer("number"),
    /** Null: the operator, or somebody who is gone. */
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull(),
    sentBackById: organizer("sent_back_by_id"),
    sentBackAt: at("sent_back_at"),
    /** What the author should change. */
    reason: text("reason"),
    /** Who wrote it or asked for approval: they are notified, and see it until one of them deals with it. */
    sentBackTo: uuid("sent_back_to").array().notNull().default(sql`'{}'`),
    /** When one of them marked it as dealt with. */
    dealtAt: at("dealt_at"),
  },
  (t) => [
    check("approval_requests_kind_is_a_code", sql`${t.kind} ~ '^[a-z-]{1,32}$'`),
    check("approval_requests_reason_given", sql`${t.sentBackAt} is not null or ${t.reason} is null`),
    check("approval_requests_dealt_was_sent_back", sql`${t.sentBackAt} is not null or ${t.dealtAt} is null`),
    check("approval_requests_reason_length", sql`char_length(${t.reason}) between 1 and 1000`),
    index("approval_requests_of_subject").on(t.subject, t.id.desc()),
    index("approval_requests_of_campaign").on(t.campaignId),
  ],
);
