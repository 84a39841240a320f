import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, campaignTranslations, petitionTranslations } from "#db/schema/index.ts";
import type { SignedWords, Translations } from "./in-language.ts";

/**
 * Reads what is known of a campaign in `locale`, and its own language. Null where that is `locale`: nothing
 * is to be translated. `signed`: the petition versions that people may have signed in it, as they read them,
 * also where today's differ. `drafts`: as it will be once what is written is published.
 */
export async function readTranslations(
  db: DbOrTx,
  campaignId: number,
  locale: string,
  { drafts = false }: { drafts?: boolean } = {},
): Promise<{ known: Translations; signed: SignedWords; written: string } | null> {
  const [campaign] = await db
    .select({ languages: campaigns.languages })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const written = campaign?.languages[0] ?? "en";
  if (written === locale) return null;
  const rows = await db
    .select({
      original: campaignTranslations.original,
      translation: drafts
        ? sql<string>`coalesce(${campaignTranslations.draft}, ${campaignTranslations.translation})`
        : sql<string>`${campaignTranslations.translation}`,
    })
    .from(campaignTranslations)
    .where(
      and(
        eq(campaignTranslations.campaignId, campaignId),
        eq(campaignTranslations.locale, locale),
        drafts ? undefined : isNotNull(campaignTranslations.translation),
      ),
    );
  const t = petitionTranslations;
  const kept = drafts
    ? []
    : await db
        .select({ version: t.version, summary: t.summary, body: t.body, translatedAt: t.publishedAt })
        .from(t)
        .where(and(eq(t.campaignId, campaignId), eq(t.locale, locale)));
  return {
    known: new Map(rows.map(({ original, translation }) => [original, translation])),
    signed: new Map(kept.map(({ version, ...words }) => [version, words])),
    written,
  };
}
