import { and, count, eq, sql } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { type ClaimWords, maxClaims } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, columnsOfClaim } from "#app/domain/campaign/words-of.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { claimRemovals, claims } from "#db/schema/index.ts";
import { removalUndoMinutes } from "./removal.ts";

export type RemovalUndone =
  /** `edited`: numbers of claims edited since; they stay off the page. */
  | { outcome: "undone"; restored: number; edited: number[] }
  /** It was undone already, is somebody else's, or is too long ago. */
  | { outcome: "too-late" }
  /** With those added since, the page would have too many. Nothing was restored. */
  | { outcome: "too-many" }
  | { outcome: "gone" };

type Withdrawn = { id: number; version: number; live: ClaimWords; draft: Record<string, unknown> | null };

/**
 * Undoes what the same person removed at that moment: text, draft, place, number and sources are as before,
 * and what was public is public again. An edit that somebody made since is never overwritten.
 */
export async function undoRemoval(
  db: Db,
  { at, ...on }: OnCampaign & { at: Date },
  now = new Date(),
): Promise<RemovalUndone> {
  const { campaignId, actor } = on;
  if (at.getTime() < now.getTime() - removalUndoMinutes * 60_000) return { outcome: "too-late" };
  return db.transaction(async (tx): Promise<RemovalUndone> => {
    if (!(await lockCampaign(tx, on, "write"))) return { outcome: "gone" };
    const [removal] = await tx
      .select()
      .from(claimRemovals)
      .where(
        and(
          eq(claimRemovals.campaignId, campaignId),
          eq(claimRemovals.actor, actor),
          sql`date_trunc('milliseconds', ${claimRemovals.at}) = ${at.toISOString()}::timestamptz`,
        ),
      );
    if (!removal) return { outcome: "too-late" };
    const withdrawn = removal.withdrawn as Withdrawn[];
    if (withdrawn.length > 0 && !(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    const deleted = (removal.deleted as unknown[]).length;
    const [stored] = await tx.select({ n: count() }).from(claims).where(eq(claims.campaignId, campaignId));
    if ((stored?.n ?? 0) + deleted > maxClaims) return { outcome: "too-many" };

    await restoreDeleted(tx, on, removal.id, now);
    const edited: number[] = [];
    for (const one of withdrawn) {
      const position = await restoreWithdrawn(tx, on, one, now);
      if (position !== null) edited.push(position);
    }
    const restored = deleted + withdrawn.length - edited.length;
    // At the end of the transaction, a language is offered again if the restored claims complete it.
    if (restored > 0)
      await tx.execute(sql`
        update campaigns set offered_languages = array(
          select locale from unnest(offered_languages) with ordinality as l (locale, n)
          where locale <> all (${sql.param(removal.offered)}::text[]) order by n)
        where id = ${campaignId}`);
    await tx.delete(claimRemovals).where(eq(claimRemovals.id, removal.id));
    const detail = { restored, edited: edited.length };
    await recordAudit(tx, { actor, action: "claims-restored", campaignId, subject: null, detail }, now);
    return { outcome: "undone", restored, edited: edited.sort((a, b) => a - b) };
  });
}

async function restoreDeleted(tx: Tx, on: OnCampaign, removalId: number, now: Date): Promise<void> {
  const back = await tx.execute<{ id: string }>(sql`
    insert into claims overriding system value
    select r.* from claim_removals m, jsonb_array_elements(m.deleted) e,
      jsonb_populate_record(null::claims, e) r where m.id = ${removalId}
    returning id`);
  for (const { id } of back) {
    const [row] = await tx
      .select()
      .from(claims)
      .where(eq(claims.id, Number(id)));
    if (!row) continue;
    const about = { ...on, thing: "claim", thingId: row.id, stage: "draft", isPart: true } as const;
    const after = { ...claimWordsOf(row), position: row.position };
    await recordChanges(tx, about, { before: null, after }, now);
  }
}

/** Returns a claim's number if it was edited since; null once it is public again as before. */
async function restoreWithdrawn(
  tx: Tx,
  on: OnCampaign,
  { id, version, live, draft }: Withdrawn,
  now: Date,
): Promise<number | null> {
  const [row] = await tx
    .update(claims)
    .set({ ...columnsOfClaim(live), draft, published: true, version: version + 1 })
    .where(and(eq(claims.id, id), eq(claims.version, version), eq(claims.published, false)))
    .returning({ id: claims.id });
  if (row) {
    const about = { ...on, thing: "claim", thingId: id, stage: "public" } as const;
    await recordChanges(tx, about, { before: { published: false }, after: { published: true } }, now);
    return null;
  }
  const [edited] = await tx.select({ position: claims.position }).from(claims).where(eq(claims.id, id));
  return edited?.position ?? 0;
}
