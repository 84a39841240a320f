import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { claimWordsOf } from "#app/domain/campaign/words-of.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { claimRemovals, claims } from "#db/schema/index.ts";
import { removalUndoMinutes } from "./removal.ts";
import { unpublishClaim } from "./withdraw-claim.server.ts";

export type RemoveInput = OnCampaign & {
  /** With the versions that were read: edited ones are refused. */
  claims: readonly { id: number; version: number }[];
  /** Whether to unpublish public ones. Otherwise a claim that is or was public is refused. */
  withdraw: boolean;
};

export type ClaimsRemoved =
  /** `at`: identifies what an undo reverts. */
  | { outcome: "removed"; deleted: number; withdrawn: number; at: Date }
  /** Somebody edited or removed one since it was read. Nothing was removed. */
  | { outcome: "stale" }
  /** One was public before, so it is never deleted. Nothing was removed. */
  | { outcome: "was-published" }
  | { outcome: "nothing" }
  /** No campaign in which the actor may do this. */
  | { outcome: "gone" };

/**
 * Removes all chosen claims in one step, or none. Claims that were never public are deleted; public ones
 * leave the page and are kept as drafts. It can be undone for some minutes.
 */
export async function removeClaims(db: Db, input: RemoveInput, now = new Date()): Promise<ClaimsRemoved> {
  const { campaignId, actor } = input;
  const on = { campaignId, actor };
  return db.transaction(async (tx): Promise<ClaimsRemoved> => {
    if (!(await lockCampaign(tx, on, "write"))) return { outcome: "gone" };
    const versions = new Map(input.claims.map(({ id, version }) => [id, version]));
    if (versions.size === 0) return { outcome: "nothing" };
    const chosen = and(eq(claims.campaignId, campaignId), inArray(claims.id, [...versions.keys()]));
    const rows = await tx.select().from(claims).where(chosen);
    const open = rows.filter(({ published }) => published);
    const unread = rows.filter(({ firstPublishedAt }) => firstPublishedAt === null);
    if (rows.some((row) => row.firstPublishedAt !== null && !(row.published && input.withdraw)))
      return { outcome: "was-published" };
    if (rows.length < versions.size || rows.some(({ id, version }) => versions.get(id) !== version))
      return { outcome: "stale" };
    if (open.length > 0 && !(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };

    const before = await readOffered(tx, campaignId);
    const ids = unread.map(({ id }) => id);
    const deleted = await tx.execute<{ rows: unknown }>(sql`
      select coalesce(jsonb_agg(to_jsonb(c)), '[]') as rows from claims c
      where c.id = any (${sql.param(ids)}::bigint[])`);
    for (const row of open) await unpublishClaim(tx, on, row, now);
    if (ids.length > 0) await tx.delete(claims).where(inArray(claims.id, ids));
    for (const row of unread) {
      const about = { ...on, thing: "claim", thingId: row.id, stage: "draft", isPart: true } as const;
      const was = { ...claimWordsOf(row), position: row.position };
      await recordChanges(tx, about, { before: was, after: null }, now);
    }
    await tx.execute(sql`select note_offered_languages(${campaignId})`);
    const offered = (await readOffered(tx, campaignId)).filter((locale) => !before.includes(locale));

    const undoable = new Date(now.getTime() - removalUndoMinutes * 60_000);
    await tx
      .delete(claimRemovals)
      .where(and(eq(claimRemovals.campaignId, campaignId), lt(claimRemovals.at, undoable)));
    await tx
      .insert(claimRemovals)
      .values({
        ...on,
        at: now,
        deleted: deleted[0]?.rows ?? [],
        withdrawn: open.map((row) => ({
          id: row.id,
          version: row.version + 1,
          live: claimWordsOf(row),
          draft: row.draft,
        })),
        offered,
      });
    const detail = { deleted: unread.length, withdrawn: open.length };
    await recordAudit(tx, { actor, action: "claims-removed", campaignId, subject: null, detail }, now);
    return { outcome: "removed", ...detail, at: now };
  });
}

async function readOffered(tx: Tx, campaignId: number): Promise<string[]> {
  const [row] = await tx.execute<{ offered: string[] }>(
    sql`select offered_languages as offered from campaigns where id = ${campaignId}`,
  );
  return row?.offered ?? [];
}
