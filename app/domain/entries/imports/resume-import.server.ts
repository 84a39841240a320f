import { and, eq, isNull, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";

type Which = { campaignId: number; organizerId: string | null; publicId: string };

/**
 * Lets a job continue with an import that stopped as the secret of its file was missing, from the row at
 * which it did. False where none waits for that, its file is gone, or exports are frozen.
 */
export async function resumeImport(
  db: Db,
  { campaignId, organizerId, publicId }: Which,
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const resumed = await tx
      .update(imports)
      .set({ state: "importing", problem: null, finishedAt: null, leaseUntil: null })
      .where(
        and(
          eq(imports.publicId, publicId),
          eq(imports.campaignId, campaignId),
          eq(imports.state, "failed"),
          eq(imports.problem, "secret-missing"),
          isNull(imports.wipedAt),
          sql`${imports.campaignId} not in ${frozenCampaigns}`,
        ),
      )
      .returning({ rows: imports.rowsDone });
    if (resumed.length === 0) return false;
    const entry = { actor: actorOf(organizerId), action: "import-resumed" } as const;
    const detail = { rows: resumed[0]?.rows ?? 0 };
    await recordAudit(tx, { ...entry, campaignId, subject: publicId, detail }, now);
    return true;
  });
}
