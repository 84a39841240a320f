import { sql } from "drizzle-orm";
import { check, integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, identity, publicId } from "./columns.ts";
import { approval, organizer } from "./organizers.ts";

/**
 * That somebody wants an open campaign to be about other companies, or about them in another order, and who
 * let it happen. Another one with the right to manage it approves; where there is none, the one who asked
 * approves alone, which is recorded.
 */
export const companyProposals = pgTable(
  "company_proposals",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** What it would be about, in this order. */
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
