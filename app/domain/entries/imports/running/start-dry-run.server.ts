import { and, eq, inArray, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import type { Encoding, Mapping, Reading, Separator } from "#app/domain/entries/imports/import.ts";
import type { FileProblem } from "#app/domain/entries/imports/reading/encoding-detector.ts";
import { readHead } from "#app/domain/entries/imports/reading/read-head.ts";
import { readStart } from "#app/domain/record/read-pieces.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import { type Keys, SecretMissing } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { importAddresses, importOutcomes, imports } from "#db/schema/index.ts";
import { waitsUntil } from "./receive-import.server.ts";

type Trial = {
  campaignId: number;
  /** Null: the operator. */
  organizerId: string | null;
  publicId: string;
  mapping: Mapping;
};

/**
 * Starts a dry run: a job reads every row like an import, counts the outcomes, and adds nobody. It may run
 * again with another mapping. False if the import is not waiting for one, or exports are frozen.
 */
export async function startDryRun(
  db: Db,
  { campaignId, organizerId, publicId, mapping }: Trial,
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(imports)
      .set({ ...fromTheStart, mapping, state: "trying", expiresAt: waitsUntil(now), startedAt: now })
      .where(waits(campaignId, publicId))
      .returning({ id: imports.id });
    if (!row) return false;
    await tx.delete(importOutcomes).where(eq(importOutcomes.importId, row.id));
    await tx.delete(importAddresses).where(eq(importAddresses.importId, row.id));
    const { country, days } = mapping;
    const detail = { columns: Object.keys(mapping.columns), country, days };
    const entry = { actor: actorOf(organizerId), action: "import-tried", campaignId } as const;
    await recordAudit(tx, { ...entry, subject: publicId, detail }, now);
    return true;
  });
}

/** Reads a file's head again with a chosen encoding and separator. Null where no file waits. */
export async function readAgain(
  db: Db,
  keys: Keys,
  {
    campaignId,
    publicId,
    encoding,
    separator,
  }: { campaignId: number; publicId: string; encoding: Encoding; separator: Separator },
): Promise<Reading | { problem: FileProblem } | null> {
  const [row] = await db.select({ id: imports.id }).from(imports).where(waits(campaignId, publicId));
  if (!row) return null;
  const start = await readStart(db, keys, publicId).catch((error) => {
    if (error instanceof SecretMissing) return null;
    throw error;
  });
  if (start === null) return { problem: "secret-missing" };
  const reading = readHead(start, encoding, separator);
  if ("problem" in reading) return reading;
  await db.update(imports).set({ reading }).where(waits(campaignId, publicId));
  return reading;
}

/** Counters of a run at its start. */
export const fromTheStart = {
  rowsDone: 0,
  bytesDone: 0,
  added: 0,
  known: 0,
  refused: 0,
  stopAsked: false,
  leaseUntil: null,
  finishedAt: null,
  problem: null,
  problemLine: null,
};

const waits = (campaignId: number, publicId: string) =>
  and(
    eq(imports.publicId, publicId),
    eq(imports.campaignId, campaignId),
    inArray(imports.state, ["received", "tried"]),
    sql`${imports.campaignId} not in ${frozenCampaigns}`,
  );
