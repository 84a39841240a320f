import { sql } from "drizzle-orm";
import { check, integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";

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
