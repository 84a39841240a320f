import { and, eq } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { claimWordsOf, columnsOfClaim } from "#app/domain/campaign/words-of.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";

type OnClaim = OnCampaign & { id: number; version: number };

export type ClaimRemoved = { outcome: "removed" | "stale" | "was-published" | "gone" };

/** Removes a claim that nobody has ever read in public. Its words stay in the history. */
export async function removeClaim(db: Db, input: OnClaim, now = new Date()): Promise<ClaimRemoved> {
  return db.transaction(async (tx): Promise<ClaimRemoved> => {
    if (!(await lockCampaign(tx, input, "write"))) return { outcome: "gone" };
    const own = and(eq(claims.id, input.id), eq(claims.campaignId, input.campaignId));
    const [row] = await tx.select().from(claims).where(own);
    if (!row) return { outcome: "gone" };
    if (row.firstPublishedAt !== null) return { outcome: "was-published" };
    if (row.version !== input.version) return { outcome: "stale" };
    await tx.delete(claims).where(own);
    const about = { ...input, thing: "claim", thingId: row.id, stage: "draft" } as const;
    const before = { ...claimWordsOf(row), position: row.position };
    await recordChanges(tx, about, { before, after: null }, now);
    return { outcome: "removed" };
  });
}

export type ClaimWithdrawn = { outcome: "withdrawn" | "stale" | "not-public" | "gone" };

/** Takes a claim off the public page. It is kept, and can be edited and published again. */
export async function withdrawClaim(db: Db, input: OnClaim, now = new Date()): Promise<ClaimWithdrawn> {
  return db.transaction(async (tx): Promise<ClaimWithdrawn> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const own = and(eq(claims.id, input.id), eq(claims.campaignId, input.campaignId));
    const [row] = await tx.select().from(claims).where(own);
    if (!row) return { outcome: "gone" };
    if (!row.published) return { outcome: "not-public" };
    if (row.version !== input.version) return { outcome: "stale" };
    const { campaignId, actor, id } = input;
    // What was written for later is what is edited from here on.
    const kept = { ...claimWordsOf(row), ...row.draft } as ReturnType<typeof claimWordsOf>;
    await tx
      .update(claims)
      .set({ ...columnsOfClaim(kept), published: false, draft: null, version: row.version + 1 })
      .where(own);
    const about = { campaignId, actor, thing: "claim", thingId: id, stage: "public" } as const;
    await recordChanges(tx, about, { before: { published: true }, after: { published: false } }, now);
    const detail = { withdrawn: 1 };
    await recordAudit(tx, { actor, action: "words-published", campaignId, subject: null, detail }, now);
    return { outcome: "withdrawn" };
  });
}
