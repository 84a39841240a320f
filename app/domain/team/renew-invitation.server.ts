import { sql } from "drizzle-orm";
import { invitationToken } from "#app/domain/access/invitation-token.server.ts";
import { lockTeam, mayGive } from "#app/domain/access/lock-team.server.ts";
import { invitationsADay, type OrganizerRight, type OrganizerRole } from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { countInvitationMails, queueInvitation } from "./invite.server.ts";

type OnInvitation = { campaignId: number; actor: Actor; id: string };
type Row = { email: string | null; role: OrganizerRole; rights: OrganizerRight[] };

/** Revokes an invitation: its link stops working, and a code emailed for it no longer admits anybody. */
export async function revokeInvitation(
  db: Db,
  { campaignId, actor, id }: OnInvitation,
  now = new Date(),
): Promise<{ outcome: "revoked" | "gone" }> {
  return db.transaction(async (tx) => {
    if (!(await lockTeam(tx, { campaignId, actor }))) return { outcome: "gone" };
    const revoked = await tx.execute(sql`
      update organizer_invitations set revoked_at = ${now.toISOString()}
      where id = ${id} and campaign_id = ${campaignId} and used_at is null and revoked_at is null
      returning id`);
    if (revoked.length === 0) return { outcome: "gone" };
    const entry = { actor, action: "invitation-revoked", campaignId, subject: id } as const;
    await recordAudit(tx, { ...entry, detail: { cause: "organizer" } }, now);
    return { outcome: "revoked" };
  });
}

export type InvitationRenewed = { outcome: "renewed" | "not-yours" | "too-many" | "gone" };

/** Mails an invitation again with a new link for that many days; the link before opens nothing. */
export async function renewInvitation(
  db: Db,
  keys: Keys,
  { campaignId, actor, id, days }: OnInvitation & { days: number },
  now = new Date(),
): Promise<InvitationRenewed> {
  return db.transaction(async (tx): Promise<InvitationRenewed> => {
    const team = await lockTeam(tx, { campaignId, actor });
    const [row] = await tx.execute<Row>(sql`
      select email, role, rights from organizer_invitations
      where id = ${id} and campaign_id = ${campaignId} and used_at is null and revoked_at is null
      for update`);
    if (!team || !row || row.email === null) return { outcome: "gone" };
    if (!mayGive(team.self, null, row)) return { outcome: "not-yours" };
    if ((await countInvitationMails(tx, campaignId, now)) >= invitationsADay) return { outcome: "too-many" };
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    await tx.execute(sql`
      update organizer_invitations set expires_at = ${expiresAt.toISOString()},
        token_hash = ${hashOfToken(invitationToken(keys, { id, expiresAt }))}
      where id = ${id}`);
    await queueInvitation(tx, { campaignId, invitationId: id, email: row.email }, now);
    const entry = { actor, action: "invitation-renewed", campaignId, subject: id } as const;
    await recordAudit(tx, { ...entry, detail: { expiresAt: expiresAt.toISOString() } }, now);
    return { outcome: "renewed" };
  });
}
