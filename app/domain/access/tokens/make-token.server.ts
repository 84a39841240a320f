import { and, count, eq, gt, isNull } from "drizzle-orm";
import { mayDo } from "#app/domain/access/organizer.ts";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { apiTokens, campaignOrganizers } from "#db/schema/index.ts";
import { maxTokens, rightForScope, type TokenScope, tokenPrefix } from "./api-token.ts";

type NewToken = {
  campaignId: number;
  organizerId: string;
  /** The organizer, or the operator on their behalf. */
  actor: Actor;
  name: string;
  scopes: readonly TokenScope[];
  days: number;
};

export type MadeToken =
  /** `token` is returned only here: just its hash is stored. */
  | { outcome: "made"; token: string; publicId: string; expiresAt: Date }
  /** They lack the right that the scope needs. */
  | { outcome: "no-right"; scope: TokenScope }
  | { outcome: "too-many" };

/** Makes a token for an organizer's own program. */
export async function makeToken(db: Db, input: NewToken, now = new Date()): Promise<MadeToken> {
  const { campaignId, organizerId, actor, name, days } = input;
  const scopes = [...new Set(input.scopes)].sort();
  const mine = and(eq(apiTokens.campaignId, campaignId), eq(apiTokens.organizerId, organizerId));
  return db.transaction(async (tx): Promise<MadeToken> => {
    const [maker] = await tx
      .select({ role: campaignOrganizers.role, rights: campaignOrganizers.rights })
      .from(campaignOrganizers)
      .where(
        and(eq(campaignOrganizers.campaignId, campaignId), eq(campaignOrganizers.organizerId, organizerId)),
      )
      .for("update");
    const refused = scopes.find((scope) => !maker || !mayDo(maker, rightForScope[scope]));
    if (refused) return { outcome: "no-right", scope: refused };
    const [working] = await tx
      .select({ n: count() })
      .from(apiTokens)
      .where(and(mine, isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)));
    if ((working?.n ?? 0) >= maxTokens) return { outcome: "too-many" };

    const token = tokenPrefix + createSecretToken();
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    const [made] = await tx
      .insert(apiTokens)
      .values({
        campaignId,
        organizerId,
        name,
        scopes,
        createdAt: now,
        expiresAt,
        tokenHash: hashOfToken(token, "api"),
      })
      .returning({ publicId: apiTokens.publicId });
    if (!made) throw new Error("no token was stored");
    const { publicId } = made;
    const detail = { scopes, days, for: organizerId };
    await recordAudit(tx, { actor, action: "api-token-made", campaignId, subject: publicId, detail }, now);
    return { outcome: "made", token, publicId, expiresAt };
  });
}
