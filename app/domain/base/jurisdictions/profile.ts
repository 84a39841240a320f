import type { Locale } from "#app/i18n/index.ts";

/** What the law that a company's meetings follow decides about its pages. */
export type Profile = {
  /** As the console lists it. */
  name: string;
  /**
   * The rule by which shareholders file proposals, as each language calls it. Null: nothing here explains
   * that law's rule, so no page, email, paper or export speaks of co-filing.
   */
  coFiling: Record<Locale, string> | null;
  /** Whether who held shares on a record date can vote. If false, nothing asks or reminds of one. */
  recordDate: boolean;
  /**
   * Whether shares are held, ballots sent and prices quoted as in the United States. If false, nothing
   * tells of a 401(k), ProxyVote or dollars, or calls that country home.
   */
  unitedStates: boolean;
};
