import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaignOrganizers, campaigns, organizerInvitations, organizers } from "#db/schema/index.ts";
import { hashOfToken } from "./secret-token.server.ts";

export async function listCampaignsOf(db: Db, organizerId: string) {
  return db
    .select({
      slug: campaigns.slug,
      title: campaigns.title,
      status: campaigns.status,
      role: campaignOrganizers.role,
      rights: campaignOrganizers.rights,
    })
    .from(campaignOrganizers)
    .innerJoin(campaigns, eq(campaigns.id, campaignOrganizers.campaignId))
    .where(eq(campaignOrganizers.organizerId, organizerId))
    .orderBy(asc(campaigns.title));
}

/** Finds a campaign with what this organizer may do in it. Null for others: they cannot tell it exists. */
export async function findCampaignOf(db: Db, slug: string, organizerId: string) {
  const [row] = await db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      title: campaigns.title,
      status: campaigns.status,
      frozenAt: campaigns.frozenAt,
      closedAt: campaigns.closedAt,
      retentionMonths: campaigns.retentionMonths,
      personalErasedAt: campaigns.personalErasedAt,
      role: campaignOrganizers.role,
      rights: campaignOrganizers.rights,
    })
    .from(campaigns)
    .innerJoin(campaignOrganizers, eq(campaignOrganizers.campaignId, campaigns.id))
    .where(and(eq(campaigns.slug, slug), eq(campaignOrganizers.organizerId, organizerId)));
  return row ?? null;
}

export type CampaignOfOrganizer = NonNullable<Awaited<ReturnType<typeof findCampaignOf>>>;

/** Finds what an invitation's page shows; null for an unknown link. `state`: can it still be accepted? */
export async function findInvitation(db: Db, token: string, now = new Date()) {
  const [row] = await db
    .select({
      email: organizerInvitations.email,
      role: organizerInvitations.role,
      expiresAt: organizerInvitations.expiresAt,
      rights: organizerInvitations.rights,
      usedAt: organizerInvitations.usedAt,
      revokedAt: organizerInvitations.revokedAt,
      campaign: campaigns.title,
    })
    .from(organizerInvitations)
    .innerJoin(campaigns, eq(campaigns.id, organizerInvitations.campaignId))
    .where(eq(organizerInvitations.tokenHash, hashOfToken(token)));
  if (!row) return null;

  const { usedAt, revokedAt, ...invitation } = row;
  const over = usedAt ? "used" : revokedAt ? "revoked" : row.expiresAt <= now ? "expired" : null;
  const state: "open" | "used" | "revoked" | "expired" = over ?? "open";
  return { ...invitation, state };
}

/** True once anybody can sign in: a first invitation is offered only until then. */
export async function hasOrganizers(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ n: count() })
    .from(organizers)
    .where(and(isNotNull(organizers.activatedAt), isNull(organizers.disabledAt)));
  return (row?.n ?? 0) > 0;
}

/** Finds the organizer with that address; null if none. */
export async function findOrganizerId(db: Db, email: string): Promise<string | null> {
  const address = email.trim().toLowerCase();
  const [row] = await db.select({ id: organizers.id }).from(organizers).where(eq(organizers.email, address));
  return row?.id ?? null;
}
