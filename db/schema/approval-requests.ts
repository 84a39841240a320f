import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";
import { meetings } from "./targets.ts";

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

/**
 * A request to change an open campaign's companies or their order, and its approval by another manager. If
 * there is none, the one who asked approves alone, which is recorded.
 */
export const companyProposals = pgTable(
  "company_proposals",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** The companies afterwards, in this order. */
    companyIds: integer("company_ids").array().notNull(),
    /** Null: the operator, by command line. */
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull(),
    ...approval(),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    check("company_proposals_name_one", sql`cardinality(${t.companyIds}) > 0`),
    check("company_proposals_ended_once", sql`${t.approvedAt} is null or ${t.withdrawnAt} is null`),
    check(
      "company_proposals_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is null
        or ${t.approvedById} is distinct from ${t.askedById}`,
    ),
    uniqueIndex("company_proposals_one_waits")
      .on(t.campaignId)
      .where(sql`${t.approvedAt} is null and ${t.withdrawnAt} is null`),
  ],
);

/** A meeting's result as somebody read it in a filing, and its approval by a second person. */
export const resultProposals = pgTable(
  "result_proposals",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id),
    /** A list of `FiledResult`: votes are plain digits. */
    results: jsonb("results").notNull(),
    sourceUrl: text("source_url").notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    /** Null: the operator, by command line. */
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull(),
    ...approval(),
    /** The votes of shareholders' proposals as published with it, a list of `PublicVotes`. */
    published: jsonb("published"),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    check("result_proposals_source_is_https", sql`${t.sourceUrl} ~ '^https://'`),
    check("result_proposals_ended_once", sql`${t.approvedAt} is null or ${t.withdrawnAt} is null`),
    check(
      "result_proposals_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is null
        or ${t.approvedById} is distinct from ${t.askedById}`,
    ),
    uniqueIndex("result_proposals_one_waits")
      .on(t.campaignId, t.meetingId)
      .where(sql`${t.approvedAt} is null and ${t.withdrawnAt} is null`),
  ],
);
