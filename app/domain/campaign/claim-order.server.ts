import { sql } from "drizzle-orm";
import { claims } from "#db/schema/index.ts";

/** The order of claims: by section, in it as organizers placed them, else as they were added. */
export const inOrder = sql`${claims.section}, coalesce(${claims.place}, ${claims.position}),
  ${claims.position}`;
