import { eq, sql } from "drizzle-orm";
import { type Membership, mayDo } from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import type { Db } from "#db/index.ts";
import { apiTokens, campaignOrganizers, campaigns, organizers } from "#db/schema/index.ts";
import { rightForScope, stateOfToken, type TokenScope, tokenPrefix } from "./api-token.ts";

/** A valid token, with what its maker may do now. */
export type OpenToken = {
  publicId: string;
  name: string;
  scopes: readonly string[];
  expiresAt: Date;
  organizerId: string;
  maker: Membership;
  campaign: { id: number; slug: string };
};

const shape = new RegExp(`^${tokenPrefix}[A-Za-z0-9_-]{43}$`);

/**
 * Finds the token of a request. Null for one that is wrong, expired or revoked, or whose maker is no longer
 * an organizer: its holder cannot tell which. Notes the UTC day of its use.
 */
export async function openToken(db: Db, given: string, now = new Date()): Promise<OpenToken | null> {
  if (!shape.test(given)) return null;
  const today = now.toISOString().slice(0, 10);
  const [row] = await db
    .select({ token: apiTokens, maker: campaignOrganizers, organizer: organizers, slug: campaigns.slug })
    .from(apiTokens)
    .innerJoin(campaigns, eq(campaigns.id, apiTokens.campaignId))
    .innerJoin(organizers, eq(organizers.id, apiTokens.organizerId))
    .innerJoin(
      campaignOrganizers,
      sql`${campaignOrganizers.campaignId} = ${apiTokens.campaignId}
        and ${campaignOrganizers.organizerId} = ${apiTokens.organizerId}`,
    )
    .where(eq(apiTokens.tokenHash, hashOfToken(given, "api")));
  if (!row || stateOfToken(row.token, now) !== "works") return null;
  if (!row.organizer.activatedAt || row.organizer.disabledAt) return null;
  const { id, publicId, name, scopes, expiresAt, organizerId, campaignId } = row.token;
  if (row.token.lastUsedOn !== today)
    await db.update(apiTokens).set({ lastUsedOn: today }).where(eq(apiTokens.id, id));
  const { role, rights } = row.maker;
  return {
    publicId,
    name,
    scopes,
    expiresAt,
    organizerId,
    maker: { role, rights },
    campaign: { id: campaignId, slug: row.slug },
  };
}

/** Returns whose token an ended one was, for the log only; null if there was none. */
export async function findEndedToken(
  db: Db,
  given: string,
): Promise<{ organizerId: string; campaignId: number } | null> {
  if (!shape.test(given)) return null;
  const { organizerId, campaignId, tokenHash } = apiTokens;
  const [row] = await db
    .select({ organizerId, campaignId })
    .from(apiTokens)
    .where(eq(tokenHash, hashOfToken(given, "api")));
  return row ?? null;
}

/** Returns why a token opens nothing of a campaign for these purposes; null where it does. */
export function refusalOf(
  { campaign, scopes, maker }: OpenToken,
  slug: string,
  asked: readonly TokenScope[],
): "other-campaign" | "scope-missing" | "right-lost" | null {
  if (campaign.slug !== slug) return "other-campaign";
  const given = asked.filter((scope) => scopes.includes(scope));
  if (given.length === 0) return "scope-missing";
  return given.some((scope) => mayDo(maker, rightForScope[scope])) ? null : "right-lost";
}
