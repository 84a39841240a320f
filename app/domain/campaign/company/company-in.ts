import { listNames } from "#app/domain/campaign/company/campaign-companies.ts";
import type { NamesOfCompany } from "#app/domain/queue/mailing-campaign.server.ts";

/** Names a campaign's company in a language; of several, all. */
export const companyIn = ({ companies }: { companies: readonly NamesOfCompany[] }, locale: string): string =>
  listNames(
    companies.map(({ name, names }) => names[locale] ?? name),
    locale,
  );
