import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { type AuditEntry, recordAudit } from "../audit/record.server.ts";
import { rolesWith } from "../organizers/organizer.ts";

/** One organizer in one campaign. */
export type KeeperScope = { campaignId: number; organizerId: string };

/** Whoever may keep the meetings of a campaign, and the company they are of. */
export type Keeper = KeeperScope & { targetId: number; name: string };

/** True where the organizer is an active one and their role in the campaign carries the right. */
export const mayKeep = ({ campaignId, organizerId }: KeeperScope): SQL =>
  sql`exists (select from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} and m.organizer_id = ${organizerId}::uuid
      and m.role in ${rolesWith("keep-meetings")} and o.activated_at is not null and o.disabled_at is null)`;

/**
 * Locks the company of the campaign until the transaction ends, so that edits of its meetings and figures come
 * one after another. Null for someone who has not the right there.
 */
export async function lockTarget(tx: Tx, scope: KeeperScope): Promise<Keeper | null> {
  const [row] = await tx.execute<{ target_id: number; name: string }>(sql`
    select t.id as target_id, o.name
    from campaigns c join targets t on t.id = c.target_id join organizers o on o.id = ${scope.organizerId}::uuid
    where c.id = ${scope.campaignId} and ${mayKeep(scope)}
    for update of t`);
  return row ? { ...scope, targetId: row.target_id, name: row.name } : null;
}

/** Notes what a keeper did. */
export const recordKeeping = (
  tx: Tx,
  { campaignId, organizerId }: KeeperScope,
  action: AuditEntry["action"],
  detail: AuditEntry["detail"],
  now: Date,
) => recordAudit(tx, { actor: `organizer:${organizerId}`, action, campaignId, subject: null, detail }, now);
