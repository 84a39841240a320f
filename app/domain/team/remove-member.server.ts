import { sql } from "drizzle-orm";
import { isLastOwner, type LockedMember, lockTeam } from "#app/domain/access/lock-team.server.ts";
import { noteApprovers } from "#app/domain/access/note-approvers.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { endWithRights } from "./end-with-rights.server.ts";

export type MemberRemoved =
  | { outcome: "removed" }
  /** The campaign would have no owner. */
  | { outcome: "last-owner" }
  /** Only an owner can remove an owner. */
  | { outcome: "not-yours" }
  | { outcome: "gone" };

/**
 * Removes somebody from a campaign, with their tokens, approvals not yet used, open invitations and files
 * waiting to be made. If it was their last campaign, they are signed out everywhere. Their acts stay on
 * record.
 */
export async function removeMember(
  db: Db,
  { campaignId, actor, memberId }: { campaignId: number; actor: Actor; memberId: string },
  now = new Date(),
): Promise<MemberRemoved> {
  return db.transaction(async (tx): Promise<MemberRemoved> => {
    const team = await lockTeam(tx, { campaignId, actor });
    const member = team?.members.find(({ id }) => id === memberId);
    if (!team || !member) return { outcome: "gone" };
    if (team.self !== null && member.role === "owner" && team.self.role !== "owner") {
      return { outcome: "not-yours" };
    }
    if (isLastOwner(member, team.members)) return { outcome: "last-owner" };
    await endMembership(tx, { campaignId, member }, actor, now);
    return { outcome: "removed" };
  });
}

/** Ends a locked place in a campaign with all that hangs on it. */
export async function endMembership(
  tx: Tx,
  { campaignId, member }: { campaignId: number; member: LockedMember },
  actor: Actor,
  now: Date,
): Promise<void> {
  const memberId = member.id;
  const after = { role: "viewer", rights: [] } as const;
  await endWithRights(tx, { campaignId, organizerId: memberId, after }, actor, now);
  await tx.execute(sql`
      update exports set wiped_at = ${now.toISOString()}, wiped_for = 'organizer'
      where campaign_id = ${campaignId} and organizer_id = ${memberId} and kept and started_at is null
        and wiped_at is null`);
  await tx.execute(sql`
      delete from campaign_organizers where campaign_id = ${campaignId} and organizer_id = ${memberId}`);
  await noteApprovers(tx, { campaignId, organizerId: memberId, gained: false }, actor, now);
  await tx.execute(sql`
      delete from organizer_sessions where organizer_id = ${memberId}
        and not exists (select from campaign_organizers where organizer_id = ${memberId})`);
  const detail = { role: member.role, rights: member.rights };
  const entry = { actor, action: "organizer-removed", campaignId, subject: memberId } as const;
  await recordAudit(tx, { ...entry, detail }, now);
}
