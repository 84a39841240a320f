import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, claims, corrections, petitionVersions, shareImages } from "#db/schema/index.ts";
import type { Campaign, CampaignCompany, Case, Claim, Counts, Petition } from "./campaign.ts";
import { inOrder } from "./claims/claim-order.server.ts";
import { ClaimPictureSchema } from "./claims/picture-schema.ts";
import { MoreSources, Timeline } from "./claims/stored-parts.server.ts";
import { companyAad, listNames } from "./company/campaign-companies.ts";
import { dayOfCampaign } from "./day-of-campaign.server.ts";
import { inArchive } from "./in-archive.ts";
import { staleAfterDays } from "./meetings/meeting.ts";
import { signsAsExample } from "./opening/readiness.server.ts";
import { countedApart, countedSignatures } from "./petition-signers.server.ts";
import { pictureOf } from "./picture/picture.ts";
import { campaignIn, caseIn, petitionIn } from "./translations/in-language.ts";
import { offeredLanguages } from "./translations/offered-languages.server.ts";
import { readTranslations } from "./translations/translations.server.ts";

/**
 * Finds a campaign by its slug, with the current petition. Finds no drafts. Translated into `locale` as far
 * as possible; without one, as written.
 */
export const findCampaign = async (db: DbOrTx, slug: string, locale?: string): Promise<Campaign | null> =>
  /^[a-z0-9-]{3,64}$/.test(slug) ? findOne(db, eq(campaigns.slug, slug), locale) : null;

/** Finds the campaign of an entry, about the company that the entry is about. */
export async function findCampaignOfEntry(
  db: DbOrTx,
  entry: { campaign: string; companyId: number },
  locale?: string,
): Promise<Campaign | null> {
  const campaign = await findCampaign(db, entry.campaign, locale);
  const company = campaign?.companies.find(({ id }) => id === entry.companyId);
  return campaign && company ? companyAad(campaign, company) : campaign;
}

/** Finds the campaign at `/`. */
export const findFeaturedCampaign = (db: DbOrTx, locale?: string): Promise<Campaign | null> =>
  findOne(db, eq(campaigns.featured, true), locale);

async function findOne(
  db: DbOrTx,
  which: ReturnType<typeof eq>,
  locale: string | undefined,
): Promise<Campaign | null> {
  const spokenIn = eq(shareImages.locale, locale ?? sql`${campaigns.languages}[1]`);
  const [row] = await db
    .select({
      campaign: campaigns,
      companies: companiesOf(locale),
      petition: petitionVersions,
      offered: offeredLanguages,
      hasUpdates: sql<boolean>`exists (select from updates u where u.campaign_id = ${campaigns.id}
          and ${inArchive})`,
      shareImage: { file: shareImages.file, alt: shareImages.alt },
    })
    .from(campaigns)
    .innerJoin(
      petitionVersions,
      and(
        eq(petitionVersions.campaignId, campaigns.id),
        eq(petitionVersions.version, campaigns.petitionVersion),
      ),
    )
    .leftJoin(shareImages, and(eq(shareImages.campaignId, campaigns.id), eq(shareImages.number, 0), spokenIn))
    .where(and(which, ne(campaigns.status, "draft")))
    .orderBy(asc(campaigns.id))
    .limit(1);
  if (!row) return null;

  const companies = companiesFrom(row.companies);
  const [first] = companies;
  if (!first) throw new Error("a campaign is about no company");
  const { id, slug, title, eyebrow, standfirst, status, goalSteps, ...rest } = row.campaign;
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = rest;
  const found: Campaign = {
    id,
    slug,
    title,
    eyebrow,
    standfirst,
    status,
    goalSteps,
    handoverOn: rest.handoverOn,
    picture:
      rest.picture && pictureOf(rest.picture, `/c/${slug}/picture`, locale ?? rest.languages[0] ?? "en"),
    shareTexts: rest.shareTexts,
    method: rest.method,
    care: rest.care,
    company: listNames(
      companies.map(({ name }) => name),
      locale ?? rest.languages[0],
    ),
    companies,
    zone: first.zone,
    jurisdiction: first.jurisdiction,
    offered: locales.filter((one) => row.offered.includes(one)),
    organization: { operator, postalAddress, contactEmail, privacyContact, fundingLine },
    signsAsExample: signsAsExample(row.campaign),
    petition: asPetition(row.petition),
    hasUpdates: row.hasUpdates,
    shareImage: row.shareImage,
  };
  const other = locale ? await readTranslations(db, id, locale) : null;
  if (!other || !locale) return found;
  const shared = found.shareTexts[other.written as Locale];
  const shareTexts = { [locale]: shared && other.known.get(shared), ...found.shareTexts };
  return { ...campaignIn(other, found), shareTexts };
}

/** Selects the companies of a row of `campaigns`, in order, as JSON. */
export const companiesOf = (locale: string | undefined) => sql<string>`(
  select json_agg(json_build_object('id', t.id, 'slug', t.slug,
    'name', coalesce(t.names ->> ${locale ?? ""}::text, t.name), 'zone', t.zone, 'jurisdiction',
      t.jurisdiction, 'ownersLineUntil', ${ownersLineUntil}, 'voteEndsOn', ${voteEndsOn})
    order by o.place)
  from campaign_companies o join targets t on t.id = o.company_id where o.campaign_id = campaigns.id)`;

/** The line for owners ends with the vote it is about, which is over by the day of the meeting. */
const ownersLineUntil = sql`least(o.owners_line_until, (
  select least((m.vote_by at time zone m.zone)::date, m.meeting_on - 1,
    case when m.status in ('closed', 'results') then date '0001-01-01' end)
  from meetings m
  where m.target_id = t.id and m.year = extract(year from o.owners_line_until)))`;

/** The day on which the vote of that line ends, if an organizer entered and verified it. */
const voteEndsOn = sql`(
  select (m.vote_by at time zone m.zone)::date from meetings m where m.verified_at is not null
    and coalesce(m.as_of::timestamp at time zone 'UTC', m.verified_at)
      >= now() - make_interval(days => ${staleAfterDays.meeting})
    and m.target_id = t.id and m.year = extract(year from o.owners_line_until))`;

/** Reads what `companiesOf` selects. */
export const companiesFrom = (selected: unknown) => fromJson<CampaignCompany[]>(selected);

/** Where drizzle does not know the column, the driver returns JSON as text. */
const fromJson = <T>(value: unknown): T => (typeof value === "string" ? JSON.parse(value) : value) as T;

const asPetition = (row: typeof petitionVersions.$inferSelect): Petition => ({
  version: row.version,
  summary: row.summary,
  body: row.body,
  publishedAt: row.publishedAt,
  sameMeaningAs: row.sameMeaningAs,
  note: row.note,
  earlierSigners: row.earlierSigners,
  inForceAgainAt: row.inForceAgainAt,
});

/** Lists every text people signed in a campaign, newest first. */
export async function listPetitions(db: DbOrTx, campaignId: number, locale?: string): Promise<Petition[]> {
  const isNotified = sql<boolean>`exists (select from petition_notices n
      where n.campaign_id = ${petitionVersions.campaignId}
    and n.version = ${petitionVersions.version} and n.approved_at is not null and n.cancelled_at is null)`;
  const rows = await db
    .select({ petition: petitionVersions, isNotified })
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(desc(petitionVersions.version));
  const petitions = rows.map((row): Petition => {
    const petition = asPetition(row.petition);
    return row.isNotified && petition.earlierSigners ? { ...petition, earlierSigners: "told" } : petition;
  });
  const other = locale ? await readTranslations(db, campaignId, locale) : null;
  return other ? petitions.map((one) => petitionIn(other, one)) : petitions;
}

/**
 * Reads what a campaign argues in public: only published claims, by section and place in the argument,
 * numbered as printed. Gives a source's title and address only once an organizer has opened the page; until
 * then, in local mode, its candidate.
 */
export async function readCase(
  db: DbOrTx,
  campaignId: number,
  locale?: string,
  localMode = false,
): Promise<Case> {
  const printed = await db
    .select()
    .from(claims)
    .where(and(eq(claims.campaignId, campaignId), eq(claims.published, true)))
    .orderBy(inOrder);
  const argument = await caseOf(db, campaignId, printed, localMode);
  const other = locale ? await readTranslations(db, campaignId, locale) : null;
  return other ? caseIn(other.known, argument, other.written) : argument;
}

/** Builds a case of these claims, in their order. */
export async function caseOf(
  db: DbOrTx,
  campaignId: number,
  printed: readonly (typeof claims.$inferSelect)[],
  localMode = false,
): Promise<Case> {
  const log = await db
    .select({
      correctedOn: corrections.correctedOn,
      kind: corrections.kind,
      text: corrections.text,
      earlier: corrections.earlier,
    })
    .from(corrections)
    .where(eq(corrections.campaignId, campaignId))
    .orderBy(desc(corrections.correctedOn), desc(corrections.id));

  const timeline = printed
    .flatMap((claim, index) =>
      Timeline.parse(claim.timeline).map(({ happenedOn: on, precision, label }) => ({
        happened: { on, precision },
        label,
        claim: index + 1,
        section: claim.section,
      })),
    )
    .sort((one, other) => one.happened.on.localeCompare(other.happened.on));
  const checked = sourcesChecked(printed);
  return {
    claims: printed.map((row, index) => asClaim(row, index, localMode)),
    timeline,
    corrections: log,
    checked: checked && {
      opened: checked.opened,
      of: checked.of,
      on: await dayOfCampaign(db, campaignId, checked.last),
    },
  };
}

/** Counts the sources of these claims that organizers opened; null before the first. */
function sourcesChecked(printed: readonly (typeof claims.$inferSelect)[]) {
  const sources = printed.flatMap(({ publisher, urlVerifiedAt, reviewedAt, moreSources }) => [
    ...(publisher === null
      ? []
      : [urlVerifiedAt && [urlVerifiedAt.toISOString(), reviewedAt?.toISOString()]]),
    ...MoreSources.parse(moreSources).map((one) => one.urlVerifiedAt && [one.urlVerifiedAt]),
  ]);
  const opened = sources.filter((moments) => moments !== null);
  const last = opened.flat().reduce<string>((one, other) => (other && other > one ? other : one), "");
  return opened.length === 0 ? null : { opened: opened.length, of: sources.length, last: new Date(last) };
}

function asClaim(row: typeof claims.$inferSelect, index: number, localMode: boolean): Claim {
  const { section, kind, text, quotation, attribution, publisher, limits, openQuestion, brief } = row;
  const {
    publishedOn: on,
    publishedPrecision: precision,
    urlVerifiedAt,
    sourceTitle: title,
    sourceUrl: url,
    archiveUrl: archive,
  } = row;
  const candidateOf = (name: string | null, isOpened: boolean) =>
    localMode && !isOpened
      ? row.candidates.find((one) => one.publisher === name && one.note === undefined)
      : undefined;
  return {
    section,
    kind,
    text,
    quotation,
    attribution,
    publisher,
    limits,
    openQuestion,
    brief,
    number: index + 1,
    published: on && precision ? { on, precision } : null,
    source: urlVerifiedAt && url ? { title, url, archive } : null,
    candidate: candidateOf(publisher, url !== null),
    moreSources: MoreSources.parse(row.moreSources).map((one) => ({
      publisher: one.publisher,
      published: { on: one.publishedOn, precision: one.publishedPrecision },
      source:
        one.urlVerifiedAt && one.sourceUrl
          ? { title: one.sourceTitle, url: one.sourceUrl, archive: one.archiveUrl }
          : null,
      candidate: candidateOf(one.publisher, one.sourceUrl !== null),
    })),
    picture: row.picture === null ? null : ClaimPictureSchema.parse(row.picture),
  };
}

/**
 * Reads the public count, as a sum over the 16 slots of a campaign's counters. Signers of a text of another
 * meaning than the one in force are counted in `earlier` alone, erased people included.
 */
export async function readCounts(db: DbOrTx, campaignId: number): Promise<Counts> {
  const [row] = await db.execute<Counts>(sql`
    select ${countedSignatures(campaignId)} as signatures,
      coalesce(sum(pending), 0)::int as pending, ${countedApart(campaignId)} as earlier,
      coalesce(sum(imported), 0)::int as imported, coalesce(sum(on_paper + paper_erased), 0)::int as "onPaper"
    from campaign_counts where campaign_id = ${campaignId}`);
  return row ?? { signatures: 0, pending: 0, earlier: 0, imported: 0, onPaper: 0 };
}
