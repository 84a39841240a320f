import { sql } from "drizzle-orm";
import type { OrganizerRight, OrganizerRole } from "#app/domain/access/organizer.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { endApprovals } from "./end-approvals.server.ts";

type Ending = {
  campaignId: number;
  organizerId: string;
  /** What they have afterwards. */
  after: { role: OrganizerRole; rights: readonly OrganizerRight[] };
};

/**
 * Ends what depends on rights that somebody lost: their unused approvals, invitations they could not make
 * now, and proofs of who they are. Call it in the transaction in which the rights end.
 */
export async function endWithRights(
  tx: Tx,
  { campaignId, organizerId, after }: Ending,
  actor: Actor,
  now: Date,
): Promise<void> {
  if (!after.rights.includes("approve")) await endApprovals(tx, { campaignId, organizerId }, actor, now);
  const revoked = await tx.execute<{ subject: string }>(sql`
    update organizer_invitations set revoked_at = ${now.toISOString()}
    where campaign_id = ${campaignId} and invited_by_id = ${organizerId} and used_at is null
      and revoked_at is null
      and not (${after.role} = 'owner'
        or (role <> 'owner' and 'manage' = any(${sql.param([...after.rights])}::text[])
        and rights <@ ${sql.param([...after.rights])}::text[]))
    returning id as subject`);
  for (const { subject } of revoked) {
    const entry = { actor, action: "invitation-revoked", campaignId, subject } as const;
    await recordAudit(tx, { ...entry, detail: { cause: "inviter" } }, now);
  }
  await tx.execute(sql`
    delete from organizer_proofs p using organizer_sessions s
    where s.id = p.session_id and s.organizer_id = ${organizerId} and p.purpose like ${`% ${campaignId}`}`);
}
