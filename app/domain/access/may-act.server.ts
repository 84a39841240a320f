import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/record/record.server.ts";
import { holds } from "./holds.server.ts";
import type { OrganizerRight } from "./organizer.ts";

/** The id of the organizer who acts; null for everyone who is none. */
export const organizerOf = (actor: Actor): string | null =>
  actor.startsWith("organizer:") ? actor.slice("organizer:".length) : null;

/** Builds a condition: the actor holds the right in this campaign. The operator holds every right. */
export function mayAct(actor: Actor, campaignId: number | SQL, right: OrganizerRight): SQL {
  if (actor === "operator") return sql`true`;
  return sql`exists (select from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} and m.organizer_id = ${organizerOf(actor)}::uuid
      and ${holds(right, "m")} and o.activated_at is not null and o.disabled_at is null)`;
}
