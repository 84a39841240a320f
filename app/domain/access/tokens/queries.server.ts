import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { apiTokens, organizers } from "#db/schema/index.ts";
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
