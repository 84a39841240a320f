import { asc, desc, eq, sql } from "drizzle-orm";
import { inOrder } from "#app/domain/campaign/claims/claim-order.server.ts";
import { textsOfPicture } from "#app/domain/campaign/claims/claim-picture.ts";
import type { CampaignWords, ClaimWords, PageWords, PetitionWords } from "#app/domain/campaign/wording.ts";
import { claimWordsOf, wordsOf } from "#app/domain/campaign/words-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import {
  campaigns,
  claims,
  corrections,
  petitionDrafts,
  petitionNotices,
  petitionVersions,
} from "#db/schema/index.ts";
import type { Original } from "./translation.ts";

type Texts = Record<string, string | null | undefined>;
type About = Omit<Original, "text" | "field">;

const textsOf = (about: About, texts: Texts): Original[] =>
  Object.entries(texts).flatMap(([field, text]) => (text ? [{ ...about, field, text }] : []));

const neededOfPage = ({
  title,
  eyebrow,
  standfirst,
  method,
  care,
}: Omit<PageWords, "shareTexts">): Texts => ({ title, eyebrow, standfirst, method, care });
const neededOfClaim = ({ text, attribution, limits, openQuestion, brief }: ClaimWords): Texts => ({
  text,
  attribution,
  limits,
  openQuestion,
  brief,
});

const fieldsOf = (texts: Texts) =>
  Object.entries(texts).flatMap(([field, text]) => (text ? [{ field, text }] : []));

/** The texts that a page, claim, petition or correction needs to be complete in another language. */
export const neededTexts = {
  page: (words: CampaignWords) => fieldsOf(neededOfPage(words)),
  claim: (words: ClaimWords) => [
    ...fieldsOf(neededOfClaim(words)),
    ...textsOfPicture(words.picture).map((text) => ({ field: "picture", text })),
    ...words.timeline.map(({ label }) => ({ field: "timeline", text: label })),
  ],
  petition: ({ summary, body }: PetitionWords) => fieldsOf({ summary, body }),
  correction: ({ text }: { text: string }) => fieldsOf({ text }),
};

/** Lists every text of a campaign that another language says in its own words, drafts included, once. */
export async function listOriginals(db: DbOrTx, campaignId: number): Promise<Original[]> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!row) return [];
  const all = [
    ...pageTexts(row),
    ...(await petitionTexts(db, campaignId, row.petitionVersion)),
    ...(await claimTexts(db, campaignId)),
    ...(await otherTexts(db, campaignId)),
  ];
  // A text that occurs several times is described by its most important place.
  const known = new Map<string, Original>();
  for (const one of all) {
    const before = known.get(one.text);
    if (!before) known.set(one.text, one);
    else if (one.isNeeded && !before.isNeeded)
      known.set(one.text, { ...before, isNeeded: true, isPublic: true });
  }
  return [...known.values()];
}

function pageTexts(row: typeof campaigns.$inferSelect): Original[] {
  const live = wordsOf(row);
  const written = live.languages[0] ?? "en";
  const about = { part: "page", number: null, thing: "campaign", thingId: null } as const;
  const textsOfCampaign = ({ shareTexts, picture, ...words }: CampaignWords) => ({
    needed: neededOfPage(words),
    // An uploaded picture has a description in each language already.
    shared: {
      shareTexts: shareTexts[written],
      alt: picture && "alt" in picture ? picture.alt : null,
      credit: picture?.credit,
      licence: picture?.licence,
    },
  });
  const draft =
    row.draft === null ? null : textsOfCampaign({ ...live, ...(row.draft as Partial<CampaignWords>) });
  const now = textsOfCampaign(live);
  return [
    ...textsOf({ ...about, isPublic: true, isNeeded: true }, now.needed),
    ...textsOf({ ...about, isPublic: true, isNeeded: false }, now.shared),
    ...(draft
      ? textsOf({ ...about, isPublic: false, isNeeded: false }, { ...draft.needed, ...draft.shared })
      : []),
  ];
}

async function petitionTexts(db: DbOrTx, campaignId: number, inForce: number): Promise<Original[]> {
  const versions = await db
    .select()
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(desc(petitionVersions.version));
  const [draft] = await db.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
  const about = { part: "petition", thing: "petition", thingId: null } as const;
  return [
    ...versions
      .toSorted((a, b) => Number(b.version === inForce) - Number(a.version === inForce))
      .flatMap(({ version, summary, body, note }) =>
        textsOf(
          { ...about, number: version, isPublic: true, isNeeded: version === inForce },
          { summary, body, note },
        ),
      ),
    ...(draft
      ? textsOf(
          { ...about, number: null, isPublic: false, isNeeded: false },
          { summary: draft.summary, body: draft.body },
        )
      : []),
  ];
}

async function claimTexts(db: DbOrTx, campaignId: number): Promise<Original[]> {
  const rows = await db.select().from(claims).where(eq(claims.campaignId, campaignId)).orderBy(inOrder);
  return rows.flatMap((row) => {
    const live = claimWordsOf(row);
    const draft = row.draft === null ? null : { ...live, ...(row.draft as Partial<ClaimWords>) };
    const about = { part: "claims", thing: "claim", thingId: row.id, number: row.position } as const;
    const isPublic = row.published;
    return [
      ...originalsOfClaim({ ...about, isPublic }, live),
      ...(draft ? originalsOfClaim({ ...about, isPublic: false }, draft) : []),
    ];
  });
}

function originalsOfClaim(about: Omit<About, "isNeeded">, claim: ClaimWords): Original[] {
  const { publisher, moreSources, picture, timeline } = claim;
  const needed = { ...about, isNeeded: about.isPublic };
  return [
    ...textsOf(needed, neededOfClaim(claim)),
    ...textsOfPicture(picture).flatMap((text) => textsOf(needed, { picture: text })),
    ...timeline.flatMap(({ label }) => textsOf(needed, { timeline: label })),
    ...[publisher, ...moreSources.map((one) => one.publisher)].flatMap((name) =>
      textsOf({ ...about, isNeeded: false }, { publisher: name }),
    ),
  ];
}

async function otherTexts(db: DbOrTx, campaignId: number): Promise<Original[]> {
  const log = await db
    .select()
    .from(corrections)
    .where(eq(corrections.campaignId, campaignId))
    .orderBy(desc(corrections.correctedOn), desc(corrections.id));
  const notices = await db
    .select()
    .from(petitionNotices)
    .where(eq(petitionNotices.campaignId, campaignId))
    .orderBy(asc(petitionNotices.id));
  const items = await db.execute<{ title: string; reported: string | null; year: number }>(sql`
    select distinct b.title, b.reported_result as reported, m.year from campaign_companies c
      join meetings m on m.target_id = c.company_id join ballot_items b on b.meeting_id = m.id
    where c.campaign_id = ${campaignId} order by m.year desc, b.title`);
  const about = { thing: null, thingId: null, isNeeded: false, isPublic: true } as const;
  return [
    ...log.flatMap(({ id, text }) =>
      textsOf({ ...about, part: "corrections", thing: "correction", thingId: id, number: null }, { text }),
    ),
    ...notices.flatMap(({ version, change }) =>
      textsOf({ ...about, part: "notices", number: version }, { change }),
    ),
    ...[...items].flatMap(({ title, reported, year }) =>
      textsOf({ ...about, part: "meetings", number: year }, { item: title, reported }),
    ),
  ];
}
