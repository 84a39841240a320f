import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import {
  ballotItems,
  campaignCompanies,
  campaigns,
  campaignTranslations,
  claims,
  coFilingRules,
  issuerSnapshots,
  letterRecipients,
  letterTemplates,
  meetings,
  petitionVersions,
  targets,
} from "#db/schema/index.ts";
import { microsoftIce, microsoftIceAsks, microsoftIcePetition } from "./microsoft-ice.ts";
import { microsoftIceClaims } from "./microsoft-ice-claims.ts";
import { microsoftIceInSpanish } from "./microsoft-ice-es.ts";

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

/** Inserts the campaign with its petition and case. False, and nothing is touched, when its slug is taken. */
async function seedCampaign(tx: Tx, targetId: number, now: Date, status: "open" | "draft"): Promise<boolean> {
  // Pledges are asked for the running year first, until its vote is over.
  const [meeting] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.targetId, targetId), lte(meetings.year, now.getUTCFullYear())))
    .orderBy(desc(meetings.year))
    .limit(1);
  const [campaign] = await tx
    .insert(campaigns)
    .values({ ...microsoftIce, status, targetId, openedAt: status === "open" ? now : null, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: campaigns.id });
  if (!campaign) return false;
  await tx
    .update(campaignCompanies)
    .set({ ownersLineUntil, ...(meeting && { meetingId: meeting.id }) })
    .where(eq(campaignCompanies.campaignId, campaign.id));

  await tx
    .insert(petitionVersions)
    .values({ ...microsoftIcePetition, campaignId: campaign.id, version: 1, publishedAt: now });
  await tx.insert(letterRecipients).values({ ...investorRelations, campaignId: campaign.id, createdAt: now });
  for (const [locale, ask] of Object.entries(microsoftIceAsks))
    await tx.insert(letterTemplates).values({ campaignId: campaign.id, locale, ask, editedAt: now });
  const nextReview = new Date(now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  for (const [index, { goesOn, ...claim }] of microsoftIceClaims.entries()) {
    const reviewBy = goesOn ? nextReview : null;
    await tx
      .insert(claims)
      .values({ published: true, ...claim, reviewBy, campaignId: campaign.id, position: index + 1 });
  }
  return true;
}

/**
 * Inserts what the campaign says in Spanish, besides what is there already. Words that were edited since
 * have other originals, so that none of these is shown for them.
 */
async function seedTranslations(tx: Tx): Promise<void> {
  const [campaign] = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.slug, microsoftIce.slug));
  if (!campaign) return;
  const rows = [...microsoftIceInSpanish].map(([original, translation]) => ({
    campaignId: campaign.id,
    locale: "es",
    original,
    translation,
    originalSha256: sql`sha256(convert_to(${original}, 'UTF8'))`,
  }));
  await tx.insert(campaignTranslations).values(rows).onConflictDoNothing();
}

const microsoft = {
  slug: "microsoft",
  name: "Microsoft",
  ticker: "MSFT",
  exchange: "Nasdaq",
  register: "CIK",
  registerNumber: "0000789019",
  incorporatedIn: "Washington",
  fiscalYearEnd: "06-30",
  secretaryAddress: "Corporate Secretary, MSC 123/9999, One Microsoft Way, Redmond, WA 98052-6399",
  investorRelationsEmail: "msft@microsoft.com",
  investorRelationsPhone: "+1 425 706 4400",
};

/**
 * The recipient as shipped: unverified, so it receives nothing. By post letters go to the Corporate
 * Secretary, whose email address is unknown.
 */
const investorRelations = {
  name: "Investor Relations",
  email: microsoft.investorRelationsEmail,
  postalAddress: [
    "Corporate Secretary",
    microsoft.name,
    "MSC 123/9999",
    "One Microsoft Way",
    "Redmond, WA 98052-6399",
    "United States",
  ].join("\n"),
};

/** Results as reported: votes stay empty until an organizer has them from a filing. */
const meetingsKnown = [
  {
    meeting: { year: 2021, status: "results", meetingOn: "2021-11-30", recordDate: "2021-09-30" },
    items: [],
  },
  {
    meeting: { year: 2023, status: "results", meetingOn: "2023-12-07", recordDate: "2023-09-29" },
    items: [],
  },
  {
    meeting: { year: 2024, status: "results", meetingOn: "2024-12-10", recordDate: "2024-09-30" },
    items: [
      {
        title: "AI data sourcing (another subject)",
        proponent: "National Legal and Policy Center (NLPC)",
        reportedResult: "over 36%",
      },
    ],
  },
  {
    meeting: {
      year: 2025,
      status: "results",
      meetingOn: "2025-12-05",
      recordDate: "2025-09-30",
      proxyFiledOn: "2025-10-21",
    },
    items: [
      {
        number: 8,
        title: "Data centers in countries of human-rights concern",
        proponent: "An individual shareholder",
        reportedResult: "over 27%",
      },
      {
        number: 9,
        title: "Human-rights due diligence on customers’ misuse",
        proponent: "Religious of the Sacred Heart of Mary",
        reportedResult: "over 26%",
      },
    ],
  },
  { meeting: { year: 2026, status: "expected" }, items: [] },
  { meeting: { year: 2027, status: "expected" }, items: [] },
] as const;

/** The last day on which owners are told that the vote of 2026, whose date is unknown, may be open. */
const ownersLineUntil = "2026-12-31";

/** Rule 14a-8 as far as known: thresholds in dollars by years held, and its periods. */
const coFilingRule = {
  tiers: [
    { atLeast: "2000", years: 3 },
    { atLeast: "15000", years: 2 },
    { atLeast: "25000", years: 1 },
  ],
  priceWindowDays: 60,
  wordsAtMost: 500,
  cureDays: 14,
};

/** Inserts the company with its meetings and co-filing rule, all unverified, or finds it. Returns its id. */
async function seedTarget(tx: Tx): Promise<number> {
  const [inserted] = await tx
    .insert(targets)
    .values(microsoft)
    .onConflictDoNothing()
    .returning({ id: targets.id });
  if (!inserted) {
    const [known] = await tx.select({ id: targets.id }).from(targets).where(eq(targets.slug, microsoft.slug));
    if (!known) throw new Error("the target was neither inserted nor found");
    return known.id;
  }

  await tx
    .insert(issuerSnapshots)
    .values({ targetId: inserted.id, sharesOutstanding: 7_433_038_381n, asOf: "2024-07-30" });
  await tx.insert(coFilingRules).values({ ...coFilingRule, targetId: inserted.id });
  for (const { meeting, items } of meetingsKnown) {
    const [row] = await tx
      .insert(meetings)
      .values({ ...meeting, targetId: inserted.id })
      .returning({ id: meetings.id });
    if (!row) throw new Error("a meeting was not inserted");
    for (const item of items)
      await tx.insert(ballotItems).values({ ...item, meetingId: row.id, status: "voted" });
  }
  return inserted.id;
}
