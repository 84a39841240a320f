import { eq } from "drizzle-orm";
import { type Campaign, claimSections } from "#app/domain/campaign/campaign.ts";
import { inOrder } from "#app/domain/campaign/claims/claim-order.server.ts";
import { listNames } from "#app/domain/campaign/company/campaign-companies.ts";
import { deadlinesOfCase } from "#app/domain/campaign/meetings/deadlines.ts";
import { findMilestone } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { signsAsExample } from "#app/domain/campaign/opening/readiness.server.ts";
import { pictureOf } from "#app/domain/campaign/picture/picture.ts";
import { caseOf, companiesFrom, companiesOf, readCounts } from "#app/domain/campaign/queries.server.ts";
import { campaignIn, caseIn } from "#app/domain/campaign/translations/in-language.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { CampaignWords, ClaimWords } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, columnsOfClaim, wordsOf } from "#app/domain/campaign/words-of.server.ts";
import {
  readPastVotes,
  readPledgesByCompany,
} from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { findLatestUpdate } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, claims, petitionDrafts, petitionVersions } from "#db/schema/index.ts";
import type { CasePageData } from "./case-page.ts";
import { listOwnActs } from "./list-own-acts.server.ts";

type Place = { url: string; locale: Locale; localMode: boolean };

/**
 * Shows the public page as if all that waits were published now; `withUnpublished`: with claims that were
 * never published as well. Nobody can sign in it. Works for a campaign that is not open too.
 */
export async function readPreview(
  db: DbOrTx,
  campaignId: number,
  { withUnpublished, url, locale, localMode }: Place & { withUnpublished: boolean },
  now = new Date(),
): Promise<Omit<CasePageData, "series"> | null> {
  const written = await findAsDrafted(db, campaignId, locale, now);
  if (!written) return null;
  const other = await readTranslations(db, campaignId, locale, { drafts: true });
  const latestUpdate = await findLatestUpdate(db, { campaignId, locale });
  const drafted = { ...written, hasUpdates: latestUpdate !== null };
  const campaign = other ? campaignIn(other, drafted) : drafted;
  const rows = await db.select().from(claims).where(eq(claims.campaignId, campaignId)).orderBy(inOrder);
  const printed = rows
    .filter(({ published }) => published || withUnpublished)
    .map((row) => ({
      ...row,
      ...columnsOfClaim({ ...claimWordsOf(row), ...(row.draft as Partial<ClaimWords> | null) }),
    }))
    .sort((a, b) => claimSections.indexOf(a.section) - claimSections.indexOf(b.section));
  const argument = await caseOf(db, campaignId, printed, localMode);
  const counts = await readCounts(db, campaignId);
  const pledges = await readPledgesByCompany(db, campaign);
  return {
    campaign,
    argument: other ? caseIn(other.known, argument, other.written) : argument,
    acts: await listOwnActs(db, campaignId),
    counts,
    milestone: await findMilestone(db, campaignId, counts.signatures),
    pledges,
    deadlines: deadlinesOfCase(campaign, pledges, now),
    latestUpdate,
    ...(await readPastVotes(db, campaign, now, locale)),
    latest: [],
    reasons: [],
    asOf: now,
    signing: { outcome: "preview" },
    url,
    examples: localMode,
  };
}

async function findAsDrafted(
  db: DbOrTx,
  campaignId: number,
  locale: Locale,
  now: Date,
): Promise<Omit<Campaign, "hasUpdates"> | null> {
  const [row] = await db
    .select({ campaign: campaigns, companies: companiesOf(locale) })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const companies = companiesFrom(row?.companies ?? []);
  const [first] = companies;
  if (!row || !first) return null;
  const versions = await db
    .select()
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId));
  const inForce = versions.find(({ version }) => version === row.campaign.petitionVersion);
  const [draft] = await db.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
  const { id, slug, status, operator, postalAddress, contactEmail, privacyContact, fundingLine } =
    row.campaign;
  const words = { ...wordsOf(row.campaign), ...(row.campaign.draft as Partial<CampaignWords> | null) };
  const own = { sameMeaningAs: null, note: null, earlierSigners: null, inForceAgainAt: null };
  const petition = draft
    ? { ...own, version: versions.length + 1, summary: draft.summary, body: draft.body, publishedAt: now }
    : (inForce ?? { ...own, version: 1, summary: "", body: "", publishedAt: now });
  return {
    id,
    slug,
    status,
    company: listNames(
      companies.map(({ name }) => name),
      locale,
    ),
    companies,
    zone: first.zone,
    jurisdiction: first.jurisdiction,
    petition,
    offered: [...locales],
    shareImage: null,
    ...words,
    picture: words.picture && pictureOf(words.picture, `/organize/c/${slug}/edit/picture`, locale),
    organization: { operator, postalAddress, contactEmail, privacyContact, fundingLine },
    signsAsExample: signsAsExample(row.campaign),
  };
}
