import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/record/record.server.ts";
import { hasRight } from "./has-right.server.ts";
import type { OrganizerRight } from "./organizer.ts";

/** Returns the id of an acting organizer; null for other actors. */
export const organizerOf = (actor: Actor): string | null =>
  actor.startsWith("organizer:") ? actor.slice("organizer:".length) : null;

/** Builds a condition: the actor holds the right in this campaign. The operator holds every right. */
export function mayAct(actor: Actor, campaignId: number | SQL, right: OrganizerRight): SQL {
  if (actor === "operator") return sql`true`;
  return sql`exists (select from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} and m.organizer_id = ${organizerOf(actor)}::uuid
      and ${hasRight(right, "m")} and o.activated_at is not null and o.disabled_at is null)`;
}
