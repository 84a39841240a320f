import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";

/** Requests for personal data that reached the organizers instead of a person's own page. */
export const dataRequests = pgTable(
  "data_requests",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** Null: open. */
    doneOn: date("done_on", { mode: "string" }),
    note: text("note").notNull(),
    recordedById: organizer("recorded_by_id"),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [
    check(
      "data_requests_days_in_order",
      sql`${t.dueOn} >= ${t.receivedOn} and ${t.doneOn} >= ${t.receivedOn}`,
    ),
    check("data_requests_note_length", sql`char_length(${t.note}) between 1 and 500`),
    index("data_requests_of_campaign").on(t.campaignId, t.receivedOn),
  ],
);

/**
 * A request to close a campaign, and its approval by another manager. If there is none, the one who asked
 * approves alone, which is recorded.
 */
export const campaignClosings = pgTable(
  "campaign_closings",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** Months until personal data is erased. */
    retentionMonths: smallint("retention_months").notNull(),
    /**
     * How much of each kind would have been erased at the time of the request, and the signatures that
     * counted.
     */
    due: jsonb("due").$type<Record<string, number>>().notNull().default({}),
    /** Null: the operator, by command line. */
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull(),
    ...approval(),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    check("campaign_closings_months", sql`${t.retentionMonths} between 1 and 24`),
    check("campaign_closings_ended_once", sql`${t.approvedAt} is null or ${t.withdrawnAt} is null`),
    check(
      "campaign_closings_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is null
        or ${t.approvedById} is distinct from ${t.askedById}`,
    ),
    uniqueIndex("campaign_closings_one_waits")
      .on(t.campaignId)
      .where(sql`${t.approvedAt} is null and ${t.withdrawnAt} is null`),
  ],
);
