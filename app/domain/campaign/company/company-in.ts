import { listNames } from "#app/domain/campaign/campaign-companies.ts";
import type { NamesOfCompany } from "#app/domain/queue/mailing-campaign.server.ts";

/** What readers of a language call a campaign's company; of several, all names. */
export const companyIn = ({ companies }: { companies: readonly NamesOfCompany[] }, locale: string): string =>
  listNames(
    companies.map(({ name, names }) => names[locale] ?? name),
    locale,
  );
