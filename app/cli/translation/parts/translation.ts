import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { oneOf, required } from "#app/cli/options.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { type Locale, locales } from "#app/i18n/index.ts";

/** The language that `--in` names. */
export const language = required(oneOf(locales, "the other language"));

export async function requireTranslating({ db, operator }: OfCampaign, locale: Locale) {
  const translating = await readTranslating(db, operator.campaignId, locale);
  if (!translating)
    throw new CommandFailed(`"${locale}" is the campaign's own language. Choose another for --in.`);
  return { on: { ...operator, locale }, translating };
}
