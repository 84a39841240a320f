import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { companyForm, companyOfForm } from "#app/domain/campaign/company/company-form.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import type { Db } from "#db/index.ts";
import { campaignCompanies, campaigns, targets } from "#db/schema/index.ts";
import { storeRow } from "./builders.ts";

/** Adds a company to a campaign that has one: listed abroad, in another time zone, under another law. */
export async function aSecondCompany(
  db: Db,
  campaign: { id: number },
  values: Partial<typeof targets.$inferInsert> = {},
  place = 2,
) {
  const company = await storeRow(db, targets, {
    slug: `second-${randomBytes(5).toString("hex")}`,
    name: "Hoshino",
    names: { es: "Hoshino Motores" },
    ticker: "7201",
    exchange: "Tokyo",
    zone: "Asia/Tokyo",
    country: "JP",
    jurisdiction: "other",
    ...values,
  });
  await db.insert(campaignCompanies).values({ campaignId: campaign.id, companyId: company.id, place });
  return company;
}

/** Lets a person agree to give a company their name for a signature, besides those they agreed to before. */
export const giveNameTo = (
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
  company: { id: number },
) =>
  db.transaction((tx) =>
    setConsents(
      tx,
      {
        supporterId,
        campaignId,
        companyId: company.id,
        textVersion: "2026-11",
        locale: "en",
        granted: ["deliver_to_company"],
        asked: [],
      },
      new Date(),
    ),
  );

/** Fills a form for a company listed abroad. */
export const companyFields = (given: Record<string, string> = {}) => ({
  name: "Hoshino",
  name_es: "Hoshino Motores",
  ticker: "7201",
  exchange: "Tokyo",
  zone: "Asia/Tokyo",
  country: "JP",
  jurisdiction: "other",
  ...given,
});
export const companyValues = (given: Record<string, string> = {}) =>
  companyOfForm(companyForm(new Date()).parse(companyFields(given)));

/** Finds the seeded campaign, and the meeting that its pledges are for. */
export async function seededCampaign(db: Db) {
  const [row] = await db
    .select({ campaign: campaigns, meetingId: campaignCompanies.meetingId })
    .from(campaigns)
    .innerJoin(campaignCompanies, eq(campaignCompanies.campaignId, campaigns.id))
    .where(eq(campaigns.slug, "microsoft-ice"));
  if (!row?.meetingId) throw new Error("the seed has no campaign with a meeting");
  return { campaign: row.campaign, meeting: { id: row.meetingId } };
}
