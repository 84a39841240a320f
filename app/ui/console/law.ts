import { type Law, useCompanies } from "./companies.ts";

/** Returns the law of a company of the campaign; without one, of that which a page of the console is about. */
export function useLaw(company?: string): Law {
  const { companies, current } = useCompanies();
  const of = company === undefined ? current : companies.find(({ slug }) => slug === company);
  return of?.law ?? { rule: null, recordDate: false };
}
