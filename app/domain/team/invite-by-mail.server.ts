import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { invitationToken } from "#app/domain/access/invitation-token.server.ts";
import { lockTeam, mayGive } from "#app/domain/access/lock-team.server.ts";
import {
  invitationsADay,
  type OrganizerRight,
  type OrganizerRole,
  placeOf,
} from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { organizerInvitations } from "#db/schema/index.ts";
import { countInvitationMails, queueInvitation } from "./invite.server.ts";

type InviteInput = {
  campaignId: number;
  /** The inviter. */
  organizerId: string;
  /** As `organizerAddress` returned it. */
  email: string;
  role: OrganizerRole;
  rights: readonly OrganizerRight[];
  /** Until the link expires. */
  days: number;
};

export type InvitedByMail =
  | { outcome: "invited" }
  /** They are in the campaign already. */
  | { outcome: "member" }
  /** There is an open invitation to this address. */
  | { outcome: "open" }
  /** The inviter lacks a right they would give. */
  | { outcome: "not-yours" }
  | { outcome: "too-many" }
  | { outcome: "gone" };

/** Mails somebody a link by which they, and only with this address, join a campaign with these rights. */
export async function inviteByMail(
  db: Db,
  keys: Keys,
  { campaignId, organizerId, email, days, ...given }: InviteInput,
  now = new Date(),
): Promise<InvitedByMail> {
  const actor = `organizer:${organizerId}` as const;
  return db.transaction(async (tx): Promise<InvitedByMail> => {
    const team = await lockTeam(tx, { campaignId, actor });
    if (!team) return { outcome: "gone" };
    const place = placeOf(given);
    if (!mayGive(team.self, null, place)) return { outcome: "not-yours" };
    const known = await findInvited(tx, { campaignId, email }, now);
    if (known.isMember) return { outcome: "member" };
    if (known.isInvited) return { outcome: "open" };
    if ((await countInvitationMails(tx, campaignId, now)) >= invitationsADay) return { outcome: "too-many" };

    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    const tokenHash = hashOfToken(invitationToken(keys, { id, expiresAt }));
    await tx
      .insert(organizerInvitations)
      .values({
        id,
        tokenHash,
        campaignId,
        email,
        ...place,
        invitedById: organizerId,
        createdAt: now,
        expiresAt,
      });
    await queueInvitation(tx, { campaignId, invitationId: id, email }, now);
    const entry = { actor, action: "organizer-invited", campaignId, subject: id } as const;
    const detail = { ...place, expiresAt: expiresAt.toISOString() };
    await recordAudit(tx, { ...entry, detail }, now);
    return { outcome: "invited" };
  });
}

async function findInvited(tx: Tx, { campaignId, email }: { campaignId: number; email: string }, now: Date) {
  const at = now.toISOString();
  const [row] = await tx.execute<{ isMember: boolean; isInvited: boolean }>(sql`
    select exists (select from campaign_organizers m join organizers o on o.id = m.organizer_id
        where m.campaign_id = ${campaignId} and o.email = ${email}) as "isMember",
      exists (select from organizer_invitations i where i.campaign_id = ${campaignId} and i.email = ${email}
        and i.used_at is null and i.revoked_at is null and i.expires_at > ${at}) as "isInvited"`);
  if (!row) throw new Error("a look-up answered nothing");
  return row;
}
