import { type SQL, sql } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";

/**
 * The languages a row of `campaigns` is offered in: the one it is written in, and of the others that were
 * chosen those in which it was complete once. No edit takes one off: what has no translation shows as it was
 * written, marked with its language.
 */
export const offeredLanguages: SQL<string[]> = sql<string[]>`array(
  select l.locale from unnest(${campaigns.languages}) with ordinality as l (locale, n)
  where l.n = 1 or l.locale = any (${campaigns.offeredLanguages}) order by l.n)`;
