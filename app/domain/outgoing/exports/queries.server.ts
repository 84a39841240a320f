import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/index.ts";
import { listExports, organizers } from "#db/schema/index.ts";
import type { ListOf } from "./presets.ts";
import { mayTakeLists } from "./rights.server.ts";

export type ExportState = "asked" | "running" | "aborted" | "completed" | "wiped";

/** Lists a campaign's exports, newest first, of kinds that the organizer may take. The operator sees all. */
export async function listExportsOf(
  db: Db,
  { campaignId, organizerId }: { campaignId: number; organizerId: string | null },
  atMost = 50,
) {
  const askedBy = alias(organizers, "asked_by");
  const rows = await db
    .select({ export: listExports, by: askedBy.name })
    .from(listExports)
    .leftJoin(askedBy, eq(askedBy.id, listExports.organizerId))
    .where(
      and(
        eq(listExports.campaignId, campaignId),
        mayTakeLists({ campaignId, organizerId }, listExports.preset),
      ),
    )
    .orderBy(desc(listExports.createdAt), desc(listExports.id))
    .limit(atMost);

  return rows.map(({ export: row, by }) => ({
    id: row.id,
    ...({ preset: row.preset, filter: row.filter } as ListOf),
    by,
    byOperator: row.organizerId === null,
    mine: row.organizerId === organizerId,
    createdAt: row.createdAt,
    completedAt: row.completedAt,
    rows: row.rows,
    bytes: row.bytes,
    sha256: row.sha256?.toString("hex") ?? null,
    state: stateOf(row),
    kept: row.kept,
    rowsSoFar: row.rowsSoFar,
    rowsExpected: row.rowsExpected,
    expiresAt: row.expiresAt,
    wipedFor: row.wipedFor as "expired" | "erasure" | "organizer" | null,
  }));
}

function stateOf(row: typeof listExports.$inferSelect): ExportState {
  const { startedAt, completedAt, abortedAt, wipedAt } = row;
  if (wipedAt) return "wiped";
  if (completedAt) return "completed";
  if (abortedAt) return "aborted";
  return startedAt ? "running" : "asked";
}
