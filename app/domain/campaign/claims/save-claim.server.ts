import { and, count, eq, sql } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { differing, recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { type ClaimWords, maxClaims } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, columnsOfClaim } from "#app/domain/campaign/words-of.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaignChanges, claims } from "#db/schema/index.ts";

export type ClaimSaved =
  | { outcome: "saved"; id: number; version: number }
  /** Somebody saved since the edit began: `theirs` is the text of `version`. Nothing was stored. */
  | { outcome: "stale"; version: number; theirs: ClaimWords }
  | { outcome: "too-many" }
  | { outcome: "gone" };

type SaveInput = OnCampaign & {
  /** Null: a new claim. */
  id: number | null;
  /** The version the edit began on. */
  version: number;
  words: ClaimWords;
};

/**
 * Stores an edit of a claim. A published claim stays public as it is until the edit is published; one that
 * was never published is changed in place.
 */
export async function saveClaim(db: Db, input: SaveInput, now = new Date()): Promise<ClaimSaved> {
  return db.transaction(async (tx) => {
    if (!(await lockCampaign(tx, input, "write"))) return { outcome: "gone" };
    if (input.id === null) return addClaim(tx, input, now);
    const [row] = await tx
      .select()
      .from(claims)
      .where(and(eq(claims.id, input.id), eq(claims.campaignId, input.campaignId)));
    if (!row) return { outcome: "gone" };
    const { id } = row;
    const live = claimWordsOf(row);
    const before = { ...live, ...(row.draft as Partial<ClaimWords> | null) };
    if (differing(before, input.words).length === 0) return { outcome: "saved", id, version: row.version };
    if (row.version !== input.version) return { outcome: "stale", version: row.version, theirs: before };

    const version = row.version + 1;
    const draft = differing(live, input.words).length === 0 ? null : input.words;
    const change = row.published ? { draft } : { draft: null, ...columnsOfClaim(input.words) };
    await tx
      .update(claims)
      .set({ ...change, version })
      .where(eq(claims.id, id));
    const about = { ...input, thing: "claim", thingId: id, stage: "draft" } as const;
    await recordChanges(tx, about, { before, after: input.words }, now);
    return { outcome: "saved", id, version };
  });
}

async function addClaim(tx: Tx, input: SaveInput, now: Date): Promise<ClaimSaved> {
  const { campaignId, words } = input;
  const [stored] = await tx.select({ n: count() }).from(claims).where(eq(claims.campaignId, campaignId));
  if ((stored?.n ?? 0) >= maxClaims) return { outcome: "too-many" };
  const position = await nextPosition(tx, campaignId);
  const [row] = await tx
    .insert(claims)
    .values({ ...columnsOfClaim(words), campaignId, position })
    .returning({ id: claims.id, version: claims.version });
  if (!row) throw new Error("a claim was not stored");
  const about = { ...input, thing: "claim", thingId: row.id, stage: "draft" } as const;
  await recordChanges(tx, about, { before: null, after: { ...words, position } }, now);
  return { outcome: "saved", ...row };
}

/** Claims are cited by position, so a removed claim's position is never reused. */
async function nextPosition(tx: Tx, campaignId: number): Promise<number> {
  // Claims from a copy or a template leave no record but their removal.
  const given = sql<number>`coalesce(max(greatest((${campaignChanges.after} #>> '{}')::int,
    (${campaignChanges.before} #>> '{}')::int)), 0)`;
  const [stored] = await tx
    .select({ last: sql<number>`coalesce(max(${claims.position}), 0)` })
    .from(claims)
    .where(eq(claims.campaignId, campaignId));
  const [once] = await tx
    .select({ last: given })
    .from(campaignChanges)
    .where(
      and(
        eq(campaignChanges.campaignId, campaignId),
        eq(campaignChanges.thing, "claim"),
        eq(campaignChanges.field, "position"),
        sql`'number' in (jsonb_typeof(${campaignChanges.after}), jsonb_typeof(${campaignChanges.before}))`,
      ),
    );
  return Math.max(Number(stored?.last ?? 0), Number(once?.last ?? 0)) + 1;
}
