import { and, asc, eq, sql } from "drizzle-orm";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { exportFilters } from "#db/schema/index.ts";
import type { ListOf } from "./presets.ts";

export type SavedFilter = { publicId: string; name: string } & ListOf;

/** Lists a campaign's saved filters, by name. */
export async function listFilters(db: Db, campaignId: number): Promise<SavedFilter[]> {
  const rows = await db
    .select()
    .from(exportFilters)
    .where(eq(exportFilters.campaignId, campaignId))
    .orderBy(asc(sql`lower(${exportFilters.name})`));
  return rows.map(({ publicId, name, preset, filter }) => ({
    ...({ preset, filter } as ListOf),
    publicId,
    name,
  }));
}

/** Keeps what was asked for under a name; another list of that name is replaced. */
export async function saveFilter(
  db: Db,
  {
    campaignId,
    organizerId,
    name,
    list,
  }: { campaignId: number; organizerId: string | null; name: string; list: ListOf },
  now = new Date(),
): Promise<void> {
  const values = { ...list, createdById: organizerId };
  await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(exportFilters)
      .values({ campaignId, name, ...values })
      .onConflictDoUpdate({ target: [exportFilters.campaignId, exportFilters.name], set: values })
      .returning({ subject: exportFilters.publicId });
    const entry = { actor: actorOf(organizerId), action: "export-filter-saved", campaignId } as const;
    const { preset } = list;
    await recordAudit(tx, { ...entry, subject: row?.subject ?? null, detail: { preset } }, now);
  });
}

/** Forgets a saved filter; files that were made with it stay as they are. */
export async function deleteFilter(
  db: Db,
  { campaignId, organizerId, publicId }: { campaignId: number; organizerId: string | null; publicId: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(exportFilters)
      .where(and(eq(exportFilters.campaignId, campaignId), eq(exportFilters.publicId, publicId)))
      .returning({ subject: exportFilters.publicId });
    const entry = { actor: actorOf(organizerId), action: "export-filter-forgotten", campaignId } as const;
    for (const { subject } of gone) await recordAudit(tx, { ...entry, subject, detail: {} }, now);
  });
}
