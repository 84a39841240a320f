import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { listExports } from "#db/schema/index.ts";
import { type Actor, type AuditAction, recordAudit } from "../audit/record.server.ts";
import { sealAuditEntries } from "../audit/seal.server.ts";
import { CsvFile, type FileFigures } from "./csv-file.server.ts";
import { openCopy } from "./open-copy.server.ts";
import type { ExportFilter, ExportPreset } from "./presets.ts";
import { signaturesQuery } from "./signatures-query.server.ts";

export type StartedExport = {
  id: string;
  campaignId: number;
  actor: Actor;
  preset: ExportPreset;
  filter: ExportFilter;
};

/**
 * The file of an export that was marked as started, as a stream. Its figures and the audit entry are
 * written before the last block goes out: what is not recorded as complete never arrives whole. A
 * transfer that breaks off is recorded as aborted.
 */
export async function streamExport(
  db: Db,
  started: StartedExport,
  clock = () => new Date(),
): Promise<CsvFile> {
  try {
    const query = signaturesQuery(started.campaignId, started.preset, started.filter);
    const { source, cancel } = await openCopy(db, query);
    return new CsvFile(source, {
      bom: started.filter.bom,
      whole: (figures) => complete(db, started, figures, clock()),
      broken: () => abort(db, started, clock()),
      cancel,
    });
  } catch (error) {
    await abort(db, started, clock());
    throw error;
  }
}

async function complete(db: Db, started: StartedExport, figures: FileFigures, now: Date): Promise<void> {
  const { rows, bytes, sha256 } = figures;
  const detail = { rows, bytes, sha256: sha256.toString("hex") };
  const values = { completedAt: now, ...figures };
  if (!(await settle(db, started, "export-completed", { now, values, detail }))) {
    throw new Error(`export ${started.id} was settled before it was complete`);
  }
  await sealAuditEntries(db);
}

async function abort(db: Db, started: StartedExport, now: Date): Promise<void> {
  await settle(db, started, "export-aborted", { now, values: { abortedAt: now }, detail: {} });
}

type End = { now: Date; values: Partial<typeof listExports.$inferInsert>; detail: Record<string, unknown> };

/** Writes how a transfer ended, once. False when its end is on record already. */
async function settle(db: Db, started: StartedExport, action: AuditAction, { now, values, detail }: End) {
  const { id, campaignId, actor, preset, filter } = started;
  return db.transaction(async (tx) => {
    const settled = await tx
      .update(listExports)
      .set(values)
      .where(
        and(
          eq(listExports.id, id),
          eq(listExports.campaignId, campaignId),
          isNull(listExports.completedAt),
          isNull(listExports.abortedAt),
        ),
      )
      .returning({ id: listExports.id });
    if (!settled.length) return false;
    const entry = { actor, action, campaignId, subject: id, detail: { preset, filter, ...detail } };
    await recordAudit(tx, entry, now);
    return true;
  });
}
