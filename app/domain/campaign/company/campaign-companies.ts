import type { Campaign, CampaignCompany } from "../campaign.ts";

/** Finds the company a form names; by default, the first. Null for one that is not the campaign's. */
export function companyNamed<C extends { slug: string }>(
  companies: readonly C[],
  slug: string | null | undefined,
): C | null {
  return (slug ? companies.find((company) => company.slug === slug) : companies[0]) ?? null;
}

/** Returns a campaign as the pages of an entry show it: about one of its companies. */
export const companyAad = <C extends Campaign>(campaign: C, company: CampaignCompany): C => ({
  ...campaign,
  otherCompany: company.id === campaign.companies[0]?.id ? null : company.slug,
  company: company.name,
  zone: company.zone,
  jurisdiction: company.jurisdiction,
});

/**
 * Finds the companies that the boxes of a form name, in their order: each by its slug, `on` the first. Null
 * where one is not of the campaign.
 */
export function companiesTicked<C extends { slug: string }>(
  companies: readonly C[],
  ticked: readonly string[],
): C[] | null {
  const [first] = companies;
  const named = ticked.map((box) =>
    box === firstOfCompanies ? first : companies.find(({ slug }) => slug === box),
  );
  return named.includes(undefined) ? null : companies.filter((company) => named.includes(company));
}

/** The value of a checkbox that names no company. It is no valid slug. */
export const firstOfCompanies = "on";

/** Returns which companies get a name, by their ids, and which do not. */
export const byNameTo = (companies: readonly { id: number; name: string }[], ids: readonly number[]) => ({
  nameTo: companies.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
  nameNotTo: companies.filter(({ id }) => !ids.includes(id)).map(({ name }) => name),
});

/** Returns the names of several companies, as a sentence of the language lists them: with "and", or "or". */
export const listNames = (
  names: readonly string[],
  locale: string | undefined,
  type: "conjunction" | "disjunction" = "conjunction",
): string =>
  names.length === 1 ? (names[0] ?? "") : new Intl.ListFormat(locale ?? "en", { type }).format(names);

/** Names the company of a page; where it is about several, as one of them: all names, with "or". */
export const anyCompany = (
  { company, companies = [], otherCompany }: NamedCompanies,
  locale: string | undefined,
): string =>
  otherCompany === undefined && companies.length > 1
    ? listNames(
        companies.map(({ name }) => name),
        locale,
        "disjunction",
      )
    : company;

/** What a page knows of a campaign's companies; `otherCompany` is given where it is about one of them. */
export type NamedCompanies = {
  company: string;
  companies?: readonly { name: string }[] | undefined;
  otherCompany?: string | null | undefined;
};

/** Returns the path of the page of co-filers at a company, without language. */
export const coFilePath = ({
  slug,
  otherCompany,
}: {
  slug: string;
  otherCompany?: string | null | undefined;
}) => `/c/${slug}/co-file${otherCompany ? `/company/${otherCompany}` : ""}`;

/**
 * Returns a campaign about the company named in an address; by default, the first. Null for one that is not
 * the campaign's.
 */
export function namedAad<C extends Campaign>(campaign: C | null, slug: string | undefined): C | null {
  const company = campaign && companyNamed(campaign.companies, slug);
  return campaign && company ? companyAad(campaign, company) : null;
}

/**
 * Returns a campaign for a list of its entries: about the company named in an address, or about all. Null for
 * one that is not the campaign's.
 */
export function listedAt<C extends Campaign>(campaign: C | null, slug: string | undefined) {
  const company = campaign && slug !== undefined ? companyNamed(campaign.companies, slug) : null;
  if (!campaign || (slug !== undefined && !company)) return null;
  return company
    ? { campaign: companyAad(campaign, company), companyId: company.id }
    : { campaign, companyId: undefined };
}

/** Returns the path of the public letters of a campaign, or to one of its companies, without language. */
export const lettersPath = (campaign: string, company?: string | undefined) =>
  `/c/${campaign}/letters${company === undefined ? "" : `/company/${company}`}`;
