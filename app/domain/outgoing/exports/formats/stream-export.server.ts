import { and, eq, isNull } from "drizzle-orm";
import { DownloadStopped } from "#app/domain/access/freeze.server.ts";
import type { ListOf } from "#app/domain/outgoing/exports/presets.ts";
import { type Actor, type AuditAction, recordAudit } from "#app/domain/record/record.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import type { Db } from "#db/index.ts";
import { listExports } from "#db/schema/index.ts";
import { CsvFile, type FileFigures } from "./csv-file.server.ts";
import type { Copy } from "./open-copy.server.ts";

export type StartedExport = {
  id: string;
  campaignId: number;
  actor: Actor;
  list: ListOf;
  /** The lease it is made or sent under; none: by the operator's command, which nobody takes over. */
  lease?: string;
};

/** How many holdings were decrypted so far, and how many could not be. */
export type Holdings = { opened: number; unreadable: number };

export type OpenedList = Copy & {
  holdings?: () => Holdings;
  /** For formats other than CSV: its rows so far. */
  rows?: () => number;
};

const noHoldings: Holdings = { opened: 0, unreadable: 0 };

/**
 * Streams the file of an export marked as started. Writes its figures and the audit entry before the last
 * block goes out: what is not recorded as complete never arrives whole. Records a broken transfer as aborted,
 * and the holdings that left, all or a part.
 */
export async function streamExport(
  db: Db,
  started: StartedExport,
  open: () => Promise<OpenedList>,
): Promise<CsvFile> {
  try {
    const { source, cancel, rows: countRows, holdings = () => noHoldings } = await open();
    return new CsvFile(source, {
      bom: started.list.filter.bom && started.list.filter.format === "csv",
      countRows,
      whole: (figures) => complete(db, started, { ...figures, holdings: holdings() }, new Date()),
      broken: () => abort(db, started, holdings(), new Date()),
      cancel,
    });
  } catch (error) {
    await abort(db, started, noHoldings, new Date());
    throw error;
  }
}

type Whole = FileFigures & { holdings: Holdings };

/** Records a file as complete. Aborts it where its end is on record, as when somebody in it was erased. */
export async function complete(db: Db, started: StartedExport, figures: Whole, now: Date): Promise<void> {
  const { rows, bytes, sha256, holdings } = figures;
  const detail = { rows, bytes, sha256: sha256.toString("hex") };
  const values = { completedAt: now, rows, bytes, sha256 };
  if (!(await settle(db, started, "export-completed", { now, values, detail, holdings }))) {
    throw new DownloadStopped(`export ${started.id} was settled before it was complete`);
  }
  await sealAuditEntries(db);
}

/** Notes that the file broke off, unless its end is on record already. */
export async function abort(db: Db, started: StartedExport, holdings: Holdings, now: Date): Promise<void> {
  await settle(db, started, "export-aborted", { now, values: { abortedAt: now }, detail: {}, holdings });
}

type End = {
  now: Date;
  values: Partial<typeof listExports.$inferInsert>;
  detail: Record<string, unknown>;
  holdings: Holdings;
};

/** Records how a transfer ended, once. False if its end is recorded already. */
async function settle(db: Db, started: StartedExport, action: AuditAction, end: End) {
  const { now, values, detail, holdings } = end;
  const { id, campaignId, actor, list, lease } = started;
  const about = { actor, campaignId, subject: id };
  return db.transaction(async (tx) => {
    const settled = await tx
      .update(listExports)
      .set({ ...values, leaseUntil: null })
      .where(
        and(
          eq(listExports.id, id),
          eq(listExports.campaignId, campaignId),
          isNull(listExports.completedAt),
          isNull(listExports.abortedAt),
          lease === undefined ? undefined : eq(listExports.leaseId, lease),
          // An erasure has wiped what was made so far, and the rest could contain the erased person.
          isNull(listExports.wipedAt),
        ),
      )
      .returning({ id: listExports.id });
    if (!settled.length) return false;
    const { opened, unreadable } = holdings;
    const left = unreadable > 0 ? { unreadable } : {};
    await recordAudit(tx, { ...about, action, detail: { ...list, ...detail, ...left } }, now);
    if (opened > 0) {
      await recordAudit(tx, { ...about, action: "holdings-exported", detail: { holdings: opened } }, now);
    }
    return true;
  });
}
