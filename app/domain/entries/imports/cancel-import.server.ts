import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";
import { wipeFile } from "./wipe-imports.server.ts";

/** It stopped because the secret of its file is missing, and the file waits. */
const lacksSecret = and(
  eq(imports.state, "failed"),
  eq(imports.problem, "secret-missing"),
  isNull(imports.wipedAt),
);

type Which = { campaignId: number; organizerId: string | null; publicId: string };

/**
 * Ends an import: a waiting one is removed with its file, one under way stops at its next slice. What was
 * imported stays until an undo; what an undo has not removed stays until it continues. False if there is
 * nothing to end.
 */
export async function cancelImport(
  db: Db,
  { campaignId, organizerId, publicId }: Which,
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const ours = and(eq(imports.publicId, publicId), eq(imports.campaignId, campaignId));
    const [ended] = await tx
      .update(imports)
      .set({ state: "cancelled", finishedAt: now })
      .where(and(ours, or(inArray(imports.state, ["received", "tried"]), lacksSecret)))
      .returning({ id: imports.id, added: imports.added, agreedOn: imports.agreedOn });
    if (ended) {
      await wipeFile(tx, { id: ended.id, publicId }, now);
      const added = ended.agreedOn === null ? 0 : ended.added;
      const entry = { actor: actorOf(organizerId), action: "import-stopped" } as const;
      await recordAudit(tx, { ...entry, campaignId, subject: publicId, detail: { added } }, now);
      return true;
    }
    const asked = await tx
      .update(imports)
      .set({ stopAsked: true })
      .where(and(ours, inArray(imports.state, ["trying", "importing", "undoing"])))
      .returning({ id: imports.id });
    return asked.length > 0;
  });
}
