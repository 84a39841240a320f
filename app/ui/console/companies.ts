import { useLocation, useRouteLoaderData } from "#app/ui/remix.ts";

/** A company's law, for the console: its rule for proposals, and whether it has a record date. */
export type Law = { rule: string | null; recordDate: boolean };

export type Company = { slug: string; name: string; law: Law };

/**
 * Returns the companies of the console's campaign, the page's one, and `at`, which adds that one to the
 * address of another page.
 */
export function useCompanies() {
  const companies = useRouteLoaderData<{ companies: Company[] }>("console/campaign/frame")?.companies ?? [];
  const asked = new URLSearchParams(useLocation().search).get("company");
  const current = companies.find(({ slug }) => slug === asked) ?? companies[0] ?? null;
  const at = (path: string, company = asked, more: Record<string, string> = {}) => {
    const several = company !== null && companies.length > 1;
    const search = new URLSearchParams({ ...more, ...(several && { company }) }).toString();
    return search ? `${path}?${search}` : path;
  };
  return { companies, current, at };
}
