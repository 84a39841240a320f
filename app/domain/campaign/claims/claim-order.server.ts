import { sql } from "drizzle-orm";
import { claims } from "#db/schema/index.ts";

/** By section; within it as organizers placed them, else by position. */
export const inOrder = sql`${claims.section}, coalesce(${claims.place}, ${claims.position}),
  ${claims.position}`;
