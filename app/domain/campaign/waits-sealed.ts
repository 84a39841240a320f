import { type SQL, sql } from "drizzle-orm";

/** Forms that become entries. */
type Kind = "signature" | "pledge" | "letter";

/**
 * True while a sealed form of a kind waits for the worker in a campaign, or may: one that an earlier version
 * kept does not say where. What asks whether somebody signed, pledged or wrote asks this too, so that no rule
 * depends on whether a worker runs.
 */
export const waitsSealed = (kind: Kind, campaignId: number, companyId?: number): SQL => sql`exists (
  select from waiting_forms w where w.kind = ${kind}
    and coalesce(w.campaign_id, ${campaignId}) = ${campaignId}
    ${companyId === undefined ? sql`` : names(companyId)})`;

const names = (companyId: number) =>
  sql`and ${companyId} = any (coalesce(w.company_ids, array[${companyId}::int]))`;
