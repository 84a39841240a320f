import { and, eq } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import type { ClaimWords } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, columnsOfClaim } from "#app/domain/campaign/words-of.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";

export type ClaimWithdrawn = { outcome: "withdrawn" | "stale" | "not-public" | "gone" };

type OnClaim = OnCampaign & { id: number; version: number };

/** Takes a claim off the public page. It is kept, and can be edited and published again. */
export async function withdrawClaim(db: Db, input: OnClaim, now = new Date()): Promise<ClaimWithdrawn> {
  return db.transaction(async (tx): Promise<ClaimWithdrawn> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const own = and(eq(claims.id, input.id), eq(claims.campaignId, input.campaignId));
    const [row] = await tx.select().from(claims).where(own);
    if (!row) return { outcome: "gone" };
    if (!row.published) return { outcome: "not-public" };
    if (row.version !== input.version) return { outcome: "stale" };
    const { campaignId, actor } = input;
    await unpublishClaim(tx, { campaignId, actor }, row, now);
    const detail = { withdrawn: 1 };
    await recordAudit(tx, { actor, action: "words-published", campaignId, subject: null, detail }, now);
    return { outcome: "withdrawn" };
  });
}

/** Takes a public claim off the page, under its next version, and records that in the history. */
export async function unpublishClaim(
  tx: Tx,
  on: OnCampaign,
  row: typeof claims.$inferSelect,
  now: Date,
): Promise<void> {
  // A draft for later is what is edited from here on.
  const kept = { ...claimWordsOf(row), ...(row.draft as Partial<ClaimWords> | null) };
  await tx
    .update(claims)
    .set({ ...columnsOfClaim(kept), published: false, draft: null, version: row.version + 1 })
    .where(eq(claims.id, row.id));
  const about = { ...on, thing: "claim", thingId: row.id, stage: "public" } as const;
  await recordChanges(tx, about, { before: { published: true }, after: { published: false } }, now);
}
