import type { Campaign, CampaignCompany } from "./campaign.ts";

/**
 * Finds the company that a form names: without a name, the first; null for one that is not of the campaign.
 */
export function companyNamed<C extends { slug: string }>(
  companies: readonly C[],
  slug: string | null | undefined,
): C | null {
  return (slug ? companies.find((company) => company.slug === slug) : companies[0]) ?? null;
}

/** Returns a campaign as the pages of an entry show it: about one of its companies. */
export const aboutCompany = <C extends Campaign>(campaign: C, company: CampaignCompany): C => ({
  ...campaign,
  company: company.name,
  zone: company.zone,
  jurisdiction: company.jurisdiction,
});

/** Returns the names of several companies, as a sentence of the language lists them. */
export const listNames = (names: readonly string[], locale: string | undefined): string =>
  names.length === 1 ? (names[0] ?? "") : new Intl.ListFormat(locale ?? "en").format(names);
