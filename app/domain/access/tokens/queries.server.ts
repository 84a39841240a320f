import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { apiTokens, campaignOrganizers, organizers } from "#db/schema/index.ts";
import { stateOfToken } from "./api-token.ts";

/** Lists a campaign's tokens, newest first: all, or one organizer's. None can be read back. */
export async function listTokens(
  db: Db,
  { campaignId, organizerId }: { campaignId: number; organizerId: string | null },
  now = new Date(),
) {
  const rows = await db
    .select({ token: apiTokens, by: organizers.name, email: organizers.email })
    .from(apiTokens)
    .innerJoin(organizers, eq(organizers.id, apiTokens.organizerId))
    .where(
      and(
        eq(apiTokens.campaignId, campaignId),
        organizerId === null ? undefined : eq(apiTokens.organizerId, organizerId),
      ),
    )
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(200);
  return rows.map(({ token, by, email }) => ({
    id: token.publicId,
    name: token.name,
    scopes: token.scopes,
    by,
    email,
    organizerId: token.organizerId,
    lastUsedOn: token.lastUsedOn,
    createdAt: token.createdAt,
    expiresAt: token.expiresAt,
    revokedAt: token.revokedAt,
    state: stateOfToken(token, now),
  }));
}

/** Finds the organizer with that address who may hold tokens in a campaign. Null if none. */
export async function findMaker(db: Db, campaignId: number, email: string): Promise<string | null> {
  const [row] = await db
    .select({ id: organizers.id })
    .from(organizers)
    .innerJoin(campaignOrganizers, eq(campaignOrganizers.organizerId, organizers.id))
    .where(
      and(
        eq(organizers.email, email.trim().toLowerCase()),
        eq(campaignOrganizers.campaignId, campaignId),
        isNotNull(organizers.activatedAt),
        isNull(organizers.disabledAt),
      ),
    );
  return row?.id ?? null;
}
