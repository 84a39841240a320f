import { and, eq } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import type { ClaimWords } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, columnsOfClaim } from "#app/domain/campaign/words-of.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";

type ClaimRow = typeof claims.$inferSelect;

export type OnClaim = OnCampaign & { id: number; version: number };

type Amendment = {
  /** Returns the words with the change; null: it does not apply to them. */
  words: (words: ClaimWords) => ClaimWords | null;
  /** Columns that are not words. */
  columns?: (row: ClaimRow) => Partial<Pick<ClaimRow, "candidates" | "reviewedAt">>;
  /** What the log says of a public claim. */
  detail: Record<string, number>;
};

/**
 * Changes a claim where it is: public at once if the claim is. Its draft takes the change too, or alone if it
 * does not apply to what is public.
 */
export async function amendClaim(
  db: Db,
  { id, version, campaignId, actor }: OnClaim,
  { words, columns, detail }: Amendment,
  now: Date,
): Promise<{ outcome: "amended" | "stale" | "not-applicable" | "gone" }> {
  return db.transaction(async (tx) => {
    if (!(await lockCampaign(tx, { campaignId, actor }, "manage"))) return { outcome: "gone" };
    const own = and(eq(claims.id, id), eq(claims.campaignId, campaignId));
    const [row] = await tx.select().from(claims).where(own);
    if (!row) return { outcome: "gone" };
    if (row.version !== version) return { outcome: "stale" };
    const before = claimWordsOf(row);
    const after = words(before);
    const drafted = row.draft ? { ...before, ...(row.draft as Partial<ClaimWords>) } : null;
    const redrafted = drafted && words(drafted);
    if (!after && !redrafted) return { outcome: "not-applicable" };
    const draft = redrafted ?? drafted;
    await tx
      .update(claims)
      .set({ ...columnsOfClaim(after ?? before), ...columns?.(row), draft, version: version + 1 })
      .where(own);
    const isPublic = row.published && after !== null;
    const about = { campaignId, actor, thing: "claim", thingId: id } as const;
    const change = after ? { before, after } : { before: drafted, after: redrafted };
    await recordChanges(tx, { ...about, stage: isPublic ? "public" : "draft" }, change, now);
    if (isPublic)
      await recordAudit(tx, { actor, action: "words-published", campaignId, subject: null, detail }, now);
    return { outcome: "amended" };
  });
}
