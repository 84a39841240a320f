import { eq, sql } from "drizzle-orm";
import { organizerAddress } from "#app/domain/access/address.ts";
import { type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, organizerInvitations, organizers } from "#db/schema/index.ts";

export type InviteInput = {
  campaignSlug: string;
  /** When given, only this address can accept. */
  email?: string;
  role: OrganizerRole;
  by: Actor;
  /** Until the link expires; default 24. */
  hours?: number;
};

export type Invited =
  | { outcome: "invited"; token: string; expiresAt: Date }
  | { outcome: "unknown-campaign" }
  | { outcome: "not-an-address" };

/**
 * Makes a link by which one person becomes an organizer of one campaign. The token is returned once
 * and stored as a hash; the link is `/invite/<token>`.
 */
export async function inviteOrganizer(db: Db, input: InviteInput, now = new Date()): Promise<Invited> {
  const email = input.email === undefined ? null : organizerAddress(input.email);
  if (input.email !== undefined && email === null) return { outcome: "not-an-address" };

  const token = createSecretToken();
  const expiresAt = new Date(now.getTime() + (input.hours ?? 24) * 3_600_000);
  return db.transaction(async (tx) => {
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.slug, input.campaignSlug));
    if (!campaign) return { outcome: "unknown-campaign" };

    const [invitation] = await tx
      .insert(organizerInvitations)
      .values({
        tokenHash: hashOfToken(token),
        campaignId: campaign.id,
        email,
        role: input.role,
        rights: [...rightsOf[input.role]],
        createdAt: now,
        expiresAt,
      })
      .returning({ id: organizerInvitations.id });
    await recordAudit(
      tx,
      {
        actor: input.by,
        action: "organizer-invited",
        campaignId: campaign.id,
        subject: invitation?.id ?? null,
        detail: { role: input.role, expiresAt: expiresAt.toISOString() },
      },
      now,
    );
    return { outcome: "invited", token, expiresAt };
  });
}

/**
 * Queues an invitation email to the organizer of its address. A new address gets an inactive organizer: they
 * enter their name when they accept, or are deleted when sign-ins are swept.
 */
export async function queueInvitation(
  tx: Tx,
  { campaignId, invitationId, email }: { campaignId: number; invitationId: string; email: string },
  now: Date,
): Promise<void> {
  await tx.insert(organizers).values({ email, name: "", createdAt: now }).onConflictDoNothing();
  const [organizer] = await tx
    .select({ id: organizers.id })
    .from(organizers)
    .where(eq(organizers.email, email));
  const invited = { campaignId, invitationId, organizerId: organizer?.id ?? null, createdAt: now };
  await queueEmails(tx, "organizer-invitation", invited);
}

/** Counts a campaign's invitations of the last 24 hours. */
export async function countInvitationMails(tx: Tx, campaignId: number, now: Date): Promise<number> {
  const [row] = await tx.execute<{ today: number }>(sql`
    select count(*)::int as today from outbox where campaign_id = ${campaignId} and invitation_id is not null
      and created_at > ${now.toISOString()}::timestamptz - interval '1 day'`);
  return row?.today ?? 0;
}
