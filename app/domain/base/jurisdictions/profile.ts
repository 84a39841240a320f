import type { Locale } from "#app/i18n/index.ts";

/** What the law of a company's meetings decides about its pages. */
export type Profile = {
  /** As listed in the console. */
  name: string;
  /**
   * What each language calls the rule for filing shareholder proposals. Null: we do not explain that law's
   * rule, so no page, email, paper or export mentions co-filing.
   */
  coFiling: Record<Locale, string> | null;
  /** Whether holding shares on a record date gives the vote. If false, nothing mentions record dates. */
  recordDate: boolean;
  /**
   * Whether shares, ballots and prices work as in the United States. If false, nothing mentions a 401(k),
   * ProxyVote or dollars, or treats that country as home.
   */
  unitedStates: boolean;
};
