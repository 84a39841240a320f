import { type SQL, sql } from "drizzle-orm";
import { hasRight } from "./has-right.server.ts";

/** Builds a condition: the approver may still approve in this campaign. Null is the operator, who may. */
export const stillApproves = (campaignId: SQL, approvedById: SQL) =>
  sql<boolean>`(${approvedById} is null or exists (
  select from campaign_organizers m join organizers o on o.id = m.organizer_id
  where m.campaign_id = ${campaignId} and m.organizer_id = ${approvedById} and ${hasRight("approve", "m")}
    and o.activated_at is not null and o.disabled_at is null))`;
