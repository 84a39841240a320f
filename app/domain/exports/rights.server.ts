import { type SQLWrapper, sql } from "drizzle-orm";
import { type OrganizerRole, rolesWith } from "../organizers/organizer.ts";
import { pledgePresets, signaturePresets } from "./presets.ts";

/** True where a role may take a list of that preset: those of pledges have a right of their own. */
export const mayTake = (preset: SQLWrapper | string, role: SQLWrapper | OrganizerRole) => sql`(
  (${preset} in ${[...signaturePresets]} and ${role} in ${rolesWith("export-signatures")})
  or (${preset} in ${[...pledgePresets]} and ${role} in ${rolesWith("export-pledges")}))`;
