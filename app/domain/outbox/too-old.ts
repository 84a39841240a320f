import { type SQL, sql } from "drizzle-orm";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";

/** True for a time so long ago that an entry awaiting confirmation since then is deleted. */
export const isOver = (moment: SQL) => sql`${moment} < now() - make_interval(days => ${confirmWithinDays})`;

/** True for an email that waited too long to be of use. */
export const tooOld = isOver(sql`d.created_at`);
