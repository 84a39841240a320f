import { eq, sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Tx } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";

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
