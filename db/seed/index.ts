import type { Db } from "#db/index.ts";
import { seedCampaign, seedTranslations } from "./campaign.ts";
import { seedTarget } from "./target.ts";

/**
 * Puts the campaign that the product was made for into a database that does not have it: its target, its
 * petition and its case. Where the target or the campaign exists, it is left as organizers made it. In public
 * it begins as a draft, which is opened once its sources are verified.
 */
export async function seed(
  db: Db,
  now = new Date(),
  { localMode }: { localMode: boolean } = { localMode: true },
): Promise<{ campaign: "inserted" | "kept" }> {
  return db.transaction(async (tx) => {
    const targetId = await seedTarget(tx);
    const inserted = await seedCampaign(tx, targetId, now, localMode ? "open" : "draft");
    await seedTranslations(tx);
    return { campaign: inserted ? "inserted" : "kept" };
  });
}
