import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";

type Whose = { campaignId: number; organizerId: string | null };
type Values = Omit<typeof imports.$inferInsert, "campaignId" | "organizerId" | "number" | "createdAt">;

/** Begins an import under the next number of its campaign. Null where the panic switch is on. */
export async function insertImport(
  db: DbOrTx,
  { campaignId, organizerId }: Whose,
  values: Values,
  now: Date,
): Promise<{ id: number; publicId: string; number: number } | null> {
  return db.transaction(async (tx) => {
    const [open] = await tx.execute<{ id: number }>(sql`
      select id from campaigns where id = ${campaignId} and id not in ${frozenCampaigns} for no key update`);
    if (!open) return null;
    const [row] = await tx
      .insert(imports)
      .values({
        ...values,
        campaignId,
        organizerId,
        createdAt: now,
        number: sql`(select coalesce(max(number), 0) + 1 from imports where campaign_id = ${campaignId})`,
      })
      .returning({ id: imports.id, publicId: imports.publicId, number: imports.number });
    return row ?? null;
  });
}
