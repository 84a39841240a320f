import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";
import { meetings } from "./targets.ts";

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
