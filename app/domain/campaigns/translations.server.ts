import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, campaignTranslations } from "#db/schema/index.ts";
import type { Translations } from "./in-language.ts";

/**
 * What is known of a campaign in `locale`, and the language it is written in. Null where that is `locale` itself:
 * then there is nothing to translate. `drafts`: as it will be once what is written is published.
 */
export async function readTranslations(
  db: DbOrTx,
  campaignId: number,
  locale: string,
  { drafts = false }: { drafts?: boolean } = {},
): Promise<{ known: Translations; written: string } | null> {
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
  return { known: new Map(rows.map(({ original, translation }) => [original, translation])), written };
}
