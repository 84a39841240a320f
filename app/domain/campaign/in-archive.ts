import { sql } from "drizzle-orm";

/**
 * Which updates everyone may read, of a row `u`: those that have begun, cancelled ones included, since people
 * have their mail. One that continues another has the page of the other.
 */
export const inArchive = sql`u.started_at is not null and u.in_archive and u.continues_id is null`;
