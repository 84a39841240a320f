import { sql } from "drizzle-orm";
import type { OrganizerRight, OrganizerRole } from "#app/domain/access/organizer.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { noticeApproval } from "#app/domain/campaign/notices/notice-approval.ts";
import { packApproval } from "#app/domain/outgoing/packs/pack-approval.ts";
import { revertUpdateToDraft } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import type { UpdateState } from "#app/domain/outgoing/updates/update.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import { bulkApproval } from "#app/domain/review/bulk/bulk-approval.ts";
import type { Tx } from "#db/index.ts";

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

type Ended = { campaignId: number; organizerId: string };

/**
 * Withdraws approvals by somebody who lost the right, if what they approved has not begun: updates become
 * drafts; packs, notices to earlier signers and bulk invalidations wait for another approval, which
 * the other approvers are asked for. Call it in the transaction that ends the right.
 */
async function endApprovals(
  tx: Tx,
  { campaignId, organizerId }: Ended,
  actor: Actor,
  now: Date,
): Promise<void> {
  const updates = await tx.execute<{ id: number; publicId: string; state: UpdateState; version: number }>(sql`
    select id::float8 as id, public_id as "publicId", state, version from updates
    where campaign_id = ${campaignId} and approved_by_id = ${organizerId} and started_at is null
      and state in ('draft', 'scheduled', 'paused')
    order by id for update`);
  for (const update of updates) {
    const approved = { ...update, isSubmitted: true, isApproved: true, hasBegun: false };
    await revertUpdateToDraft(tx, approved, { campaignId, publicId: update.publicId, actor }, now);
  }
  const packs = await tx.execute<{ subject: string; number: number }>(sql`
    update packs set approved_at = null, approved_by_id = null, approved_alone = false
    where campaign_id = ${campaignId} and approved_by_id = ${organizerId} and made_at is null
      and (started_at is null or aborted_at >= started_at)
    returning public_id as subject, number`);
  for (const { subject, number } of packs) {
    const entry = { actor, action: "pack-approval-withdrawn", campaignId, subject } as const;
    await recordAudit(tx, { ...entry, detail: { number } }, now);
    await askApproval(tx, packApproval, { ...entry, actor: "system", leaving: organizerId }, now);
  }
  const bulks = await tx.execute<{ subject: string; number: number }>(sql`
    update bulk_invalidations set approved_at = null, approved_by_id = null, approved_alone = false,
      asked_at = ${now.toISOString()}
    where campaign_id = ${campaignId} and approved_by_id = ${organizerId} and done_to_id = 0
      and finished_at is null and cancelled_at is null
    returning public_id as subject, number`);
  for (const { subject, number } of bulks) {
    const entry = { actor, action: "bulk-approval-ended", campaignId, subject } as const;
    await recordAudit(tx, { ...entry, detail: { number, of: "bulk", cause: "approver" } }, now);
    await askApproval(tx, bulkApproval, { ...entry, actor: "system", leaving: organizerId }, now);
  }
  const notices = await tx.execute<{ subject: string; version: number }>(sql`
    update petition_notices set approved_at = null, approved_by_id = null, approved_alone = false,
      approved_frame = null, paused_at = null
    where campaign_id = ${campaignId} and approved_by_id = ${organizerId} and queued_at is null
      and queued_through = 0 and cancelled_at is null
    returning public_id as subject, version`);
  for (const { subject, version } of notices) {
    const entry = { actor, action: "notice-approval-withdrawn", campaignId, subject } as const;
    await recordAudit(tx, { ...entry, detail: { version } }, now);
    await askApproval(tx, noticeApproval, { ...entry, actor: "system", leaving: organizerId }, now);
  }
}
