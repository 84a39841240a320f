import { type Law, useCompanies } from "./companies.ts";

/** Returns the law of a campaign's company; without one, of the page's company. */
export function useLaw(company?: string): Law {
  const { companies, current } = useCompanies();
  const of = company === undefined ? current : companies.find(({ slug }) => slug === company);
  return of?.law ?? { rule: null, recordDate: false };
}
