import { type Column, sql } from "drizzle-orm";
import { targets } from "#db/schema/index.ts";

/** Names a campaign's company in a language, or in that of a column; without one, by its own name. */
export const companyName = (locale: string | Column | undefined) =>
  locale === undefined
    ? targets.name
    : sql<string>`coalesce(${targets.names} ->> ${locale}::text, ${targets.name})`;
