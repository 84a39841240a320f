import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { hasSigners } from "#app/domain/campaign/petition-signers.server.ts";
import { hasTemplate } from "#app/domain/campaign/template.ts";
import { offeredLanguages } from "#app/domain/campaign/translations/offered-languages.server.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import {
  campaigns,
  campaignTranslations,
  petitionDrafts,
  petitionTranslations,
  petitionVersions,
} from "#db/schema/index.ts";
import { listOriginals } from "./list-originals.server.ts";
import type { Original, TranslatedText, Translating } from "./translation.ts";

/** Identifies a text in a form: the beginning of its SHA-256. */
const keyOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 20);

/** Reads a campaign's texts with their translations into `locale`. Null for its own language, or if gone. */
export async function readTranslating(
  db: DbOrTx,
  campaignId: number,
  locale: Locale,
): Promise<Translating | null> {
  const [campaign] = await db
    .select({ languages: campaigns.languages, offered: offeredLanguages })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const written = locales.find((one) => one === campaign?.languages[0]);
  if (!campaign || !written || written === locale) return null;
  const rows = await db
    .select()
    .from(campaignTranslations)
    .where(and(eq(campaignTranslations.campaignId, campaignId), eq(campaignTranslations.locale, locale)));
  const known = new Map(rows.map((row) => [row.original, row]));
  const before = await findOlder(db, campaignId, locale);
  const signed = await listSigned(db, campaignId, locale);
  const petition = await listPetitionTexts(db, campaignId);
  const approved = (await hasSigners(db, campaignId)) ? petition.all : new Set<string>();
  const texts = (await listOriginals(db, campaignId)).map((one): TranslatedText => {
    const { translation = null, draft = null, draftedBy = null, version = 0 } = known.get(one.text) ?? {};
    const older = translation === null && draft === null ? (before(one) ?? null) : null;
    const state = draft !== null ? "draft" : translation !== null ? "done" : older ? "older" : "missing";
    const isSigned = signed.has(one.text);
    const needsApproval = approved.has(one.text);
    const isInForce = petition.inForce.has(one.text);
    const isUnwritten = draft !== null && hasTemplate(draft);
    const rules = { isUnwritten, isSigned, needsApproval, isInForce };
    return { ...one, key: keyOf(one.text), translation, draft, draftedBy, version, older, state, ...rules };
  });
  return {
    written,
    locale,
    texts,
    isChosen: campaign.languages.includes(locale),
    isOffered: campaign.offered.includes(locale),
    isComplete: texts.every(({ isNeeded, translation }) => !isNeeded || translation !== null),
  };
}

/** The words of the current petition, if people may have signed them in `locale`. */
async function listSigned(db: DbOrTx, campaignId: number, locale: Locale): Promise<Set<string>> {
  const [v, t] = [petitionVersions, petitionTranslations];
  const rows = await db
    .select({ summary: v.summary, body: v.body })
    .from(campaigns)
    .innerJoin(v, and(eq(v.campaignId, campaigns.id), eq(v.version, campaigns.petitionVersion)))
    .innerJoin(t, and(eq(t.campaignId, v.campaignId), eq(t.version, v.version)))
    .where(and(eq(campaigns.id, campaignId), eq(t.locale, locale)));
  return new Set(rows.flatMap(({ summary, body }) => [summary, body]));
}

/** Lists the words of the current petition (`inForce`), and those of every version and the draft (`all`). */
async function listPetitionTexts(db: DbOrTx, campaignId: number) {
  const [v, d] = [petitionVersions, petitionDrafts];
  const versions = await db
    .select({ summary: v.summary, body: v.body, isInForce: eq(v.version, campaigns.petitionVersion) })
    .from(v)
    .innerJoin(campaigns, eq(campaigns.id, v.campaignId))
    .where(eq(v.campaignId, campaignId));
  const drafts = await db
    .select({ summary: d.summary, body: d.body })
    .from(d)
    .where(eq(d.campaignId, campaignId));
  const textsOf = (rows: readonly { summary: string; body: string }[]) =>
    new Set(rows.flatMap(({ summary, body }) => [summary, body]));
  return {
    inForce: textsOf(versions.filter((one) => one.isInForce)),
    all: textsOf([...versions, ...drafts]),
  };
}

/** The newest earlier version of a text that has a translation. */
async function findOlder(db: DbOrTx, campaignId: number, locale: Locale) {
  const rows = await db.execute<{
    thing: string;
    thingId: string | null;
    field: string;
    text: string;
    translation: string;
  }>(sql`
    select distinct on (c.thing, c.thing_id, c.field) c.thing, c.thing_id as "thingId", c.field,
      t.original as text, t.translation
    from campaign_changes c join campaign_translations t on t.campaign_id = c.campaign_id
      and t.locale = ${locale}
      and t.translation is not null and jsonb_typeof(c.before) = 'string' and t.original = c.before #>> '{}'
    where c.campaign_id = ${campaignId} and c.thing in ('campaign', 'claim', 'petition', 'correction')
    order by c.thing, c.thing_id, c.field, c.id desc`);
  const placeOf = (thing: string, id: number | null, field: string) =>
    thing === "petition" ? `petition ${field}` : `${thing} ${id} ${field}`;
  const places = new Map(
    [...rows].map(({ thing, thingId, field, text, translation }) => [
      placeOf(thing, thingId === null ? null : Number(thingId), field),
      { text, translation },
    ]),
  );
  return ({ thing, thingId, field }: Original) =>
    thing === null ? undefined : places.get(placeOf(thing, thingId, field));
}
