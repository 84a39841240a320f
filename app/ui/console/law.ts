import { type Law, useCompanies } from "./companies.ts";

/** Returns the law of the company that a page of the console is about. */
export const useLaw = (): Law => useCompanies().current?.law ?? { rule: null, recordDate: false };
