import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { imports, organizers } from "#db/schema/index.ts";
import type { Mapping, Reading, UpdatesFor } from "./import.ts";

const columns = {
  publicId: imports.publicId,
  number: imports.number,
  format: imports.format,
  state: imports.state,
  by: organizers.name,
  createdAt: imports.createdAt,
  fileName: imports.fileName,
  bytes: imports.bytes,
  bytesDone: imports.bytesDone,
  rows: imports.rowsDone,
  added: imports.added,
  known: imports.known,
  refused: imports.refused,
  undone: imports.undone,
  stay: imports.stay,
  stopAsked: imports.stopAsked,
  finishedAt: imports.finishedAt,
  undoneAt: imports.undoneAt,
  expiresAt: imports.expiresAt,
  wipedAt: imports.wipedAt,
  problem: imports.problem,
  problemLine: imports.problemLine,
  consentText: imports.consentText,
  consentSource: imports.consentSource,
  agreedOn: imports.agreedOn,
};

/** Lists imports, newest first. */
export async function listImports(db: Db, campaignId: number) {
  return db
    .select(columns)
    .from(imports)
    .leftJoin(organizers, eq(organizers.id, imports.organizerId))
    .where(eq(imports.campaignId, campaignId))
    .orderBy(desc(imports.number))
    .limit(100);
}

/** Finds a campaign's import, with how it is read. Null where it has none of that id. */
export async function findImport(db: Db, { campaignId, publicId }: { campaignId: number; publicId: string }) {
  const [row] = await db
    .select({
      ...columns,
      id: imports.id,
      sha256: imports.sha256,
      reading: imports.reading,
      mapping: imports.mapping,
      updatesFor: imports.updatesFor,
    })
    .from(imports)
    .leftJoin(organizers, eq(organizers.id, imports.organizerId))
    .where(and(eq(imports.campaignId, campaignId), eq(imports.publicId, publicId)));
  if (!row) return null;
  return {
    ...row,
    sha256: row.sha256?.toString("hex") ?? null,
    reading: row.reading as Reading | null,
    mapping: row.mapping as Mapping | null,
    updatesFor: row.updatesFor as UpdatesFor | null,
  };
}
export type FoundImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** Finds an import's id by its number in its campaign. Null if none. */
export async function findByNumber(
  db: Db,
  { campaignId, number }: { campaignId: number; number: number },
): Promise<string | null> {
  const [row] = await db
    .select({ publicId: imports.publicId })
    .from(imports)
    .where(and(eq(imports.campaignId, campaignId), eq(imports.number, number)));
  return row?.publicId ?? null;
}
