import { and, eq, isNull } from "drizzle-orm";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { apiTokens } from "#db/schema/index.ts";

type Which = {
  campaignId: number;
  publicId: string;
  actor: Actor;
  /** Null: anybody's token, for those who manage the campaign. */
  organizerId: string | null;
};

/** Ends a token at once. False where there is none that works. */
export async function revokeToken(
  db: Db,
  { campaignId, publicId, actor, organizerId }: Which,
  now = new Date(),
): Promise<boolean> {
  const ours = and(
    eq(apiTokens.campaignId, campaignId),
    eq(apiTokens.publicId, publicId),
    isNull(apiTokens.revokedAt),
    organizerId === null ? undefined : eq(apiTokens.organizerId, organizerId),
  );
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(apiTokens)
      .set({ revokedAt: now })
      .where(ours)
      .returning({ id: apiTokens.id });
    if (ended.length === 0) return false;
    const entry = { actor, action: "api-token-revoked", campaignId, subject: publicId, detail: {} } as const;
    await recordAudit(tx, entry, now);
    return true;
  });
}
