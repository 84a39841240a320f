import { and, eq, inArray, or, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";

type Which = { campaignId: number; organizerId: string | null; publicId: string };

/**
 * Starts a job that removes what an import brought, except what its people did here since; a stopped one
 * continues. False if it brought nothing, is under way, was undone before, or exports are frozen.
 */
export async function undoImport(
  db: Db,
  { campaignId, organizerId, publicId }: Which,
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const broughtSome = sql`${imports.added} > 0`;
    const undone = await tx
      .update(imports)
      .set({ state: "undoing", leaseUntil: null, stopAsked: false })
      .where(
        and(
          eq(imports.publicId, publicId),
          eq(imports.campaignId, campaignId),
          or(
            eq(imports.state, "imported"),
            and(inArray(imports.state, ["cancelled", "failed"]), sql`${imports.agreedOn} is not null`),
          ),
          broughtSome,
          sql`${imports.campaignId} not in ${frozenCampaigns}`,
        ),
      )
      .returning({ id: imports.id });
    if (undone.length === 0) return false;
    const entry = { actor: actorOf(organizerId), action: "import-undone" } as const;
    await recordAudit(tx, { ...entry, campaignId, subject: publicId, detail: { asked: true } }, now);
    return true;
  });
}
