import { and, eq, sql } from "drizzle-orm";
import { frozenCampaigns, type LetIn, piecesWhileAllowed } from "#app/domain/access/freeze.server.ts";
import { isComplete, readPieces } from "#app/domain/record/read-pieces.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { campaignOrganizers, listExports } from "#db/schema/index.ts";
import type { ListOf } from "./presets.ts";
import { mayTake, rightFor } from "./rights.server.ts";

type OnExport = { id: string; campaignId: number; organizerId: string };

/** A finished file, which can be read from any byte. */
export type KeptFile = { list: ListOf; createdAt: Date; bytes: number; sha256: string };

/** Finds a kept file for the organizer who requested it. Null: not theirs, or not kept. */
export async function findKept(
  db: Db,
  { id, campaignId, organizerId }: OnExport,
  now = new Date(),
): Promise<KeptFile | { outcome: "being-made" | "over" } | null> {
  const [found] = await db
    .select({ export: listExports })
    .from(listExports)
    .innerJoin(campaignOrganizers, eq(campaignOrganizers.campaignId, listExports.campaignId))
    .where(
      and(
        eq(listExports.id, id),
        eq(listExports.campaignId, campaignId),
        eq(listExports.organizerId, organizerId),
        eq(listExports.kept, true),
        eq(campaignOrganizers.organizerId, organizerId),
        mayTake(listExports.preset),
        sql`${listExports.campaignId} not in ${frozenCampaigns}`,
      ),
    );
  if (!found) return null;
  const { preset, filter, createdAt, completedAt, wipedAt, expiresAt, bytes, sha256 } = found.export;
  if (wipedAt || (expiresAt && expiresAt <= now)) return { outcome: "over" };
  if (!completedAt || bytes === null || !sha256) return { outcome: "being-made" };
  if (!(await isComplete(db, id, bytes))) return { outcome: "over" };
  return { list: { preset, filter } as ListOf, createdAt, bytes, sha256: sha256.toString("hex") };
}

/** Reads bytes `from` to `to` of a kept file. The download is logged before the first one goes out. */
export async function downloadKept(
  db: Db,
  keys: Keys,
  { id, campaignId, organizerId, list, by }: OnExport & { list: ListOf; by?: LetIn },
  range: { from: number; to: number },
  now = new Date(),
): Promise<AsyncGenerator<Buffer>> {
  const actor = `organizer:${organizerId}` as const;
  await recordAudit(db, { actor, action: "export-fetched", campaignId, subject: id, detail: range }, now);
  const taker = { campaignId, actor, right: rightFor(list), by } as const;
  return piecesWhileAllowed(db, taker, readPieces(db, keys, id, range));
}
