import type { NamesOfCompany } from "#app/domain/queue/mailing-campaign.server.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import { listNames } from "./campaign-companies.ts";

/** Languages of optional names: a company's main name is the English one. */
export const otherLocales: readonly Locale[] = locales.filter((locale) => locale !== "en");

/** Names the field for a name in a language. */
export const nameField = (locale: Locale) => `name_${locale}` as const;

/** Names a campaign's company in a language; of several, all. */
export const companyIn = ({ companies }: { companies: readonly NamesOfCompany[] }, locale: string): string =>
  listNames(
    companies.map(({ name, names }) => names[locale] ?? name),
    locale,
  );
