import { sql } from "drizzle-orm";

/**
 * True for a row `u` that is a public update: it has begun, even if cancelled since, as people have the
 * email. One that continues another has the page of that one.
 */
export const inArchive = sql`u.started_at is not null and u.in_archive and u.continues_id is null`;
