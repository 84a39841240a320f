import { and, eq, sql } from "drizzle-orm";
import type { Locale } from "#app/i18n/index.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, claims, petitionDrafts } from "#db/schema/index.ts";
import { lockCampaign, type OnCampaign } from "../lock-campaign.server.ts";
import { differing, recordChanges } from "../record-changes.server.ts";
import { translatedInstructions, translatedTemplate } from "../template.ts";
import type { CampaignWords } from "../wording.ts";
import { wordsOf } from "../words-of.server.ts";
import { dropPictures } from "./drop-pictures.server.ts";

export type WordsSaved =
  | { outcome: "saved"; version: number }
  /** Somebody saved since the edit began: `theirs` is the text of `version`. Nothing was stored. */
  | { outcome: "stale"; version: number; theirs: Partial<CampaignWords> }
  | { outcome: "gone" };

type SaveInput = OnCampaign & {
  /** The version the edit began on. */
  version: number;
  /** Fields left out stay as they are. */
  words: Partial<CampaignWords>;
};

/**
 * Stores a draft of what the pages of a campaign say. Nobody reads it in public until it is published. Until
 * a campaign opens, what its template wrote follows its first language.
 */
export async function saveWords(db: Db, input: SaveInput, now = new Date()): Promise<WordsSaved> {
  return db.transaction((tx) => saveWordsIn(tx, input, now));
}

/** Saves in a transaction that stores more. */
export async function saveWordsIn(tx: Tx, input: SaveInput, now: Date): Promise<WordsSaved> {
  if (!(await lockCampaign(tx, input, "write"))) return { outcome: "gone" };
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, input.campaignId));
  if (!row) return { outcome: "gone" };
  const live = wordsOf(row);
  const before = { ...live, ...(row.draft as Partial<CampaignWords> | null) };
  const after = { ...before, ...input.words };
  const [was] = before.languages;
  const [first] = after.languages;
  const follows = row.status === "draft" && was && first && was !== first;
  if (follows) {
    const translated = translatedTemplate(was, first);
    for (const field of ["eyebrow", "standfirst"] as const)
      after[field] = translated.get(after[field]) ?? after[field];
  }
  if (differing(before, after).length === 0) return { outcome: "saved", version: row.version };
  if (row.version !== input.version) {
    const theirs = Object.fromEntries(
      Object.entries(before).filter(([field]) => Object.hasOwn(input.words, field)),
    );
    return { outcome: "stale", version: row.version, theirs };
  }

  const draft = differing(live, after).length === 0 ? null : after;
  const version = row.version + 1;
  await tx.update(campaigns).set({ draft, version }).where(eq(campaigns.id, input.campaignId));
  await dropPictures(tx, input.campaignId);
  if (follows) await followLanguage(tx, input, [was, first], now);
  const written = row.status === "draft" ? first : live.languages[0];
  for (const locale of after.languages.filter((each) => follows || !before.languages.includes(each)))
    await draftInstructions(tx, input.campaignId, written, locale);
  const about = { ...input, thing: "campaign", stage: "draft" } as const;
  await recordChanges(tx, about, { before, after }, now);
  return { outcome: "saved", version };
}

/** For a language that was added, drafts the template's instructions that nobody has replaced yet. */
async function draftInstructions(
  tx: Tx,
  campaignId: number,
  from: Locale | undefined,
  to: Locale,
): Promise<void> {
  if (from === undefined || from === to) return;
  const pairs = [...translatedInstructions(from, to)].map(([original, draft]) => ({ original, draft }));
  await tx.execute(sql`
    insert into campaign_translations (campaign_id, locale, original, original_sha256, draft)
    select ${campaignId}, ${to}, p.original, sha256(convert_to(p.original, 'UTF8')), p.draft
    from jsonb_to_recordset(${JSON.stringify(pairs)}::text::jsonb) as p (original text, draft text)
    where p.original in (
      select unnest(array[standfirst, draft ->> 'standfirst']) from campaigns where id = ${campaignId}
      union all select unnest(array[text, attribution]) from claims where campaign_id = ${campaignId}
      union all select unnest(array[summary, body]) from petition_drafts where campaign_id = ${campaignId})
    on conflict do nothing`);
}

/**
 * Writes in another language what the template wrote of a draft's statements and petition, where nobody has
 * changed it. Published statements stay. In a transaction that holds the campaign.
 */
async function followLanguage(
  tx: Tx,
  on: OnCampaign,
  [from, to]: readonly [Locale, Locale],
  now: Date,
): Promise<void> {
  const { campaignId, actor } = on;
  const translated = translatedTemplate(from, to);
  const inOther = (text: string) => translated.get(text) ?? text;
  const rows = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.campaignId, campaignId), eq(claims.published, false)));
  for (const { id, text, attribution, version } of rows) {
    const before = { text, attribution };
    const after = { text: inOther(text), attribution: attribution && inOther(attribution) };
    const about = { ...on, thing: "claim", thingId: id, stage: "draft", isPart: true } as const;
    const changed = await recordChanges(tx, about, { before, after }, now);
    if (changed.length > 0)
      await tx
        .update(claims)
        .set({ ...after, version: version + 1 })
        .where(eq(claims.id, id));
  }

  const own = eq(petitionDrafts.campaignId, campaignId);
  const [petition] = await tx.select().from(petitionDrafts).where(own);
  if (!petition) return;
  const { summary, body, version } = petition;
  const after = { summary: inOther(summary), body: inOther(body) };
  const about = { ...on, thing: "petition", stage: "draft", isPart: true } as const;
  const changed = await recordChanges(tx, about, { before: { summary, body }, after }, now);
  if (changed.length > 0)
    await tx
      .update(petitionDrafts)
      .set({ ...after, version: version + 1, editedBy: actor, editedAt: now })
      .where(own);
}
