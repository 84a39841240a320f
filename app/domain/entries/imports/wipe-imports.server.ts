import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { filePieces, importAddresses, imports } from "#db/schema/index.ts";

/** Removes the file of an import that has ended, and what a dry run kept of its addresses. */
export async function wipeFile(
  tx: Tx,
  { id, publicId }: { id: number; publicId: string },
  now: Date,
): Promise<void> {
  await tx.delete(filePieces).where(eq(filePieces.file, publicId));
  await tx.delete(importAddresses).where(eq(importAddresses.importId, id));
  await tx.update(imports).set({ wipedAt: now }).where(eq(imports.id, id));
}

/** Ends imports that nobody continued with in their time, and removes their files. */
export async function wipeWaiting(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(imports)
      .set({ state: "cancelled", finishedAt: now, problem: "expired" })
      .where(
        and(
          inArray(imports.state, ["receiving", "received", "tried"]),
          isNull(imports.wipedAt),
          lt(imports.expiresAt, now),
        ),
      )
      .returning({ id: imports.id, publicId: imports.publicId, campaignId: imports.campaignId });
    // Those whose secret did not come back have ended: only the file is deleted.
    const locked = await tx
      .update(imports)
      .set({ wipedAt: now })
      .where(
        and(
          inArray(imports.state, ["failed", "undone"]),
          eq(imports.problem, "secret-missing"),
          isNull(imports.wipedAt),
          lt(imports.expiresAt, now),
        ),
      )
      .returning({ id: imports.id, publicId: imports.publicId, campaignId: imports.campaignId });
    for (const { id, publicId, campaignId } of [...ended, ...locked]) {
      await wipeFile(tx, { id, publicId }, now);
      const entry = { actor: "system", action: "import-stopped", campaignId } as const;
      await recordAudit(tx, { ...entry, subject: publicId, detail: { expired: true } }, now);
    }
  });
}
