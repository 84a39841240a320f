import { type SQL, sql } from "drizzle-orm";
import { campaignOrganizers } from "#db/schema/index.ts";
import type { OrganizerRight } from "./organizer.ts";

/**
 * True where a row of `campaign_organizers` carries a right: the condition of every query that asks for one.
 * `as` is the alias the table has in that query.
 */
export function hasRight(right: OrganizerRight, as?: string): SQL<boolean> {
  const row = as === undefined ? sql`${campaignOrganizers}` : sql.identifier(as);
  return sql<boolean>`(${row}.role = 'owner' or ${right} = any(${row}.rights))`;
}
