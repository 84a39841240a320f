import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed, required, UsageError } from "./old.ts";
import { requireCampaign } from "./update.ts";

/** The language that `--in` names. */
export function languageOf(given: string | undefined): Locale {
  const locale = locales.find((one) => one === required(given, "in"));
  if (!locale) throw new UsageError(`--in is one of ${locales.join(", ")}`);
  return locale;
}

/** A campaign beside what it says in another language. */
export async function requireTranslating(opened: Pick<Opened, "db">, slug: string, locale: Locale) {
  const { id } = await requireCampaign(opened, slug);
  const translating = await readTranslating(opened.db, id, locale);
  if (!translating) throw new CommandFailed(`The campaign is written in "${locale}" itself.`);
  return { on: { campaignId: id, actor: "operator", locale } as const, translating };
}
