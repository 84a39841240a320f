/** What readers of a language call a company. */
export const companyIn = (
  { company, companyNames }: { company: string; companyNames: Record<string, string> },
  locale: string,
): string => companyNames[locale] ?? company;
