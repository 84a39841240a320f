import { useLocation, useRouteLoaderData } from "#app/ui/remix.ts";

/** What the law of a campaign's company decides in its console: the rule for proposals, and a record date. */
export type Law = { rule: string | null; recordDate: boolean };

export type Company = { slug: string; name: string; law: Law };

/**
 * Returns the companies of the console's campaign, the one that the page is about, and `at`, which keeps that
 * one in the address of another page.
 */
export function useCompanies() {
  const companies = useRouteLoaderData<{ companies: Company[] }>("console/campaign/frame")?.companies ?? [];
  const asked = new URLSearchParams(useLocation().search).get("company");
  const current = companies.find(({ slug }) => slug === asked) ?? companies[0] ?? null;
  const at = (path: string, company = asked) =>
    company === null || companies.length < 2 ? path : `${path}?company=${company}`;
  return { companies, current, at };
}
