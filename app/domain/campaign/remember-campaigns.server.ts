import { type Locale, locales } from "#app/i18n/index.ts";
import { remember } from "#app/lib/remember.ts";
import type { Db } from "#db/index.ts";
import type { Campaign } from "./campaign.ts";
import { findCampaign } from "./queries.server.ts";

/** Looks a campaign up by its slug, as it is said in a language. */
export type FindCampaign = (slug: string, locale: Locale) => Promise<Campaign | null>;

/** Returns a lookup that caches each campaign for a second, for forms that thousands post at once. */
export function rememberCampaigns(db: Db): FindCampaign {
  const of = new Map(
    locales.map((locale) => [locale, remember((slug: string) => findCampaign(db, slug, locale))] as const),
  );
  return async (slug, locale) => (await of.get(locale)?.(slug)) ?? null;
}
