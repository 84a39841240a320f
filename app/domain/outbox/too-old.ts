import { sql } from "drizzle-orm";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";

/** True for a moment so long ago that what awaits confirmation since is deleted. */
export const isOver = (moment: string) =>
  sql`${sql.raw(moment)} < now() - make_interval(days => ${confirmWithinDays})`;

/** True for an email that waited so long that it tells nothing of use. */
export const tooOld = isOver("d.created_at");
