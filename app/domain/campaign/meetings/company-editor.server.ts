import { type SQL, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { type AuditEntry, actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * An organizer in a campaign, at one of its companies; without an organizer the operator, who may edit all.
 */
export type CompanyEditorScope = OfCompany & { organizerId: string | null };

/** Somebody who may edit the facts of a company, and all campaigns that use them. */
export type CompanyEditor = {
  organizerId: string | null;
  name: string;
  targetId: number;
  /** Time zone of the company's exchange. */
  zone: string;
  /** The law of its meetings. */
  jurisdiction: string;
  campaignIds: readonly number[];
};

/** True for an active organizer whose role in the campaign has the right. */
export const canEditCompany = (organizerId: string | null, campaignId: number | SQL): SQL =>
  organizerId === null
    ? sql`true`
    : sql`exists (select from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} and m.organizer_id = ${organizerId}::uuid
      and ${hasRight("keep-meetings", "m")} and o.activated_at is not null and o.disabled_at is null)`;

export type LockedTarget =
  | { outcome: "locked"; keeper: CompanyEditor }
  /** Another campaign on the company uses its facts, and the organizer may not edit them there. */
  | { outcome: "shared" }
  /** The organizer lacks the right in their campaign. */
  | { outcome: "gone" };

/**
 * Locks the company until the transaction ends, so that edits of its meetings and figures
 * come one after another and no campaign on it begins in between. Facts are shared by all campaigns on a
 * company, in any state: only someone who has the right in every one of them may change any.
 */
export async function lockTarget(tx: Tx, scope: CompanyEditorScope): Promise<LockedTarget> {
  const { campaignId, organizerId } = scope;
  const [target] = await tx.execute<{ id: number; zone: string; jurisdiction: string; name: string }>(sql`
    select t.id, t.zone, t.jurisdiction, coalesce(o.name, 'The operator') as name
    from campaign_companies c join targets t on t.id = c.company_id
    left join organizers o on o.id = ${organizerId}::uuid
    where c.campaign_id = ${campaignId} and c.company_id = ${companyOf(scope)}
      and ${canEditCompany(organizerId, campaignId)}
    for update of t`);
  if (!target) return { outcome: "gone" };
  // Read after the lock, to include a campaign that was started just before.
  const campaigns = await tx.execute<{ id: number; kept: boolean }>(sql`
    select c.campaign_id as id, ${canEditCompany(organizerId, sql`c.campaign_id`)} as kept
    from campaign_companies c
    where c.company_id = ${target.id} order by c.campaign_id`);
  if (!campaigns.every(({ kept }) => kept)) return { outcome: "shared" };
  const campaignIds = campaigns.map(({ id }) => id);
  const { id: targetId, zone, jurisdiction, name } = target;
  return { outcome: "locked", keeper: { organizerId, name, targetId, zone, jurisdiction, campaignIds } };
}

export async function recordKeeping(
  tx: Tx,
  { campaignIds, organizerId }: Pick<CompanyEditor, "campaignIds" | "organizerId">,
  action: AuditEntry["action"],
  detail: AuditEntry["detail"],
  now: Date,
): Promise<void> {
  const actor = actorOf(organizerId);
  for (const campaignId of campaignIds)
    await recordAudit(tx, { actor, action, campaignId, subject: null, detail }, now);
}
