import { type SQL, sql } from "drizzle-orm";
import { holds } from "./holds.server.ts";

/** True while who approved something may still approve in its campaign; the operator, who is null, always may. */
export const stillApproves = (campaignId: SQL, approvedById: SQL) =>
  sql<boolean>`(${approvedById} is null or exists (
  select from campaign_organizers m join organizers o on o.id = m.organizer_id
  where m.campaign_id = ${campaignId} and m.organizer_id = ${approvedById} and ${holds("approve", "m")}
    and o.activated_at is not null and o.disabled_at is null))`;
