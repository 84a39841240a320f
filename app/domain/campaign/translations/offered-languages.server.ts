import { type SQL, sql } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";

/**
 * Languages a row of `campaigns` is offered in: its own, and of the chosen ones those that were once
 * complete. No edit removes one: untranslated text is shown in the original, marked with its language.
 */
export const offeredLanguages: SQL<string[]> = sql<string[]>`array(
  select l.locale from unnest(${campaigns.languages}) with ordinality as l (locale, n)
  where l.n = 1 or l.locale = any (${campaigns.offeredLanguages}) order by l.n)`;
