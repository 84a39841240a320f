import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";

/**
 * Demands for personal data that reached the organizers instead of a person's own page: recorded by hand,
 * shown on the public transparency page, corrected but never deleted.
 */
export const dataRequests = pgTable(
  "data_requests",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** `authority`: court, prosecutor, police, agency. `person`: about their own data. `other`: the rest. */
    kind: text("kind", { enum: ["authority", "person", "other"] }).notNull(),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    /** How many arrived on that day with this answer. */
    received: integer("received").notNull(),
    /** `open`, `refused`, `partly` or `given`. */
    answer: text("answer", { enum: ["open", "refused", "partly", "given"] }).notNull(),
    /** About how many people data was requested, and of how many it was given; null: not stated. */
    peopleAsked: integer("people_asked"),
    peopleGiven: integer("people_given"),
    /** Published with it. */
    note: text("note"),
    recordedById: organizer("recorded_by_id"),
    recordedAt: at("recorded_at").notNull(),
    /** Recorded in error, or corrected: no longer shown. */
    removedAt: at("removed_at"),
    /** The one that this one replaces. */
    correctsId: bigint("corrects_id", { mode: "number" })
      .unique()
      .references((): AnyPgColumn => dataRequests.id),
  },
  (t) => [
    check("data_requests_received", sql`${t.received} between 1 and 100000`),
    check("data_requests_kind_known", sql`${t.kind} in ('authority', 'person', 'other')`),
    check("data_requests_answer_known", sql`${t.answer} in ('open', 'refused', 'partly', 'given')`),
    check(
      "data_requests_people",
      sql`${t.peopleAsked} >= 0 and ${t.peopleGiven} between 0 and ${t.peopleAsked}`,
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
