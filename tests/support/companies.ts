import { randomBytes } from "node:crypto";
import type { Db } from "#db/index.ts";
import { campaignCompanies, targets } from "#db/schema/index.ts";

/** Adds a company to a campaign that has one: listed abroad, in another time zone, under another law. */
export async function aSecondCompany(
  db: Db,
  campaign: { id: number },
  values: Partial<typeof targets.$inferInsert> = {},
) {
  const [company] = await db
    .insert(targets)
    .values({
      slug: `second-${randomBytes(5).toString("hex")}`,
      name: "Hoshino",
      names: { es: "Hoshino Motores" },
      ticker: "7201",
      exchange: "Tokyo",
      zone: "Asia/Tokyo",
      country: "JP",
      jurisdiction: "other",
      ...values,
    })
    .returning();
  if (!company) throw new Error("no company was stored");
  await db.insert(campaignCompanies).values({ campaignId: campaign.id, companyId: company.id, place: 2 });
  return company;
}
