import { type SQLWrapper, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { isPledgeList, type ListOf, pledgePresets, signaturePresets } from "./presets.ts";

export const rightFor = (list: ListOf): OrganizerRight =>
  isPledgeList(list) ? "export-pledges" : "export-signatures";

/** Builds a condition: the operator, or an organizer who may take lists of that preset. */
export const mayTakeLists = (
  { campaignId, organizerId }: { campaignId: number; organizerId: string | null },
  preset: SQLWrapper | string,
) =>
  organizerId === null
    ? sql`true`
    : sql`exists (select from campaign_organizers m where m.campaign_id = ${campaignId}
        and m.organizer_id = ${organizerId} and ${mayTake(preset, "m")})`;

/**
 * True if a row of `campaign_organizers` may take a list of that preset: those of pledges have a right of
 * their own. `as` is the alias of that table.
 */
export const mayTake = (preset: SQLWrapper | string, as?: string) => sql`(
  (${preset} in ${[...signaturePresets]} and ${hasRight("export-signatures", as)})
  or (${preset} in ${[...pledgePresets]} and ${hasRight("export-pledges", as)}))`;
