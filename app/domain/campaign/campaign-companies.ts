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
  otherCompany: company.id === campaign.companies[0]?.id ? null : company.slug,
  company: company.name,
  zone: company.zone,
  jurisdiction: company.jurisdiction,
});

/** Returns the names of several companies, as a sentence of the language lists them: with "and", or "or". */
export const listNames = (
  names: readonly string[],
  locale: string | undefined,
  type: "conjunction" | "disjunction" = "conjunction",
): string =>
  names.length === 1 ? (names[0] ?? "") : new Intl.ListFormat(locale ?? "en", { type }).format(names);

/** Returns the path of the page of co-filers at a company, without language. */
export const coFilePath = ({
  slug,
  otherCompany,
}: {
  slug: string;
  otherCompany?: string | null | undefined;
}) => `/c/${slug}/co-file${otherCompany ? `/company/${otherCompany}` : ""}`;

/**
 * Returns a campaign about the company that an address names, without a name the first. Null for one that is
 * not of the campaign.
 */
export function aboutNamed<C extends Campaign>(campaign: C | null, slug: string | undefined): C | null {
  const company = campaign && companyNamed(campaign.companies, slug);
  return campaign && company ? aboutCompany(campaign, company) : null;
}
