import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { isZone } from "./span.server.ts";

/** Keeps the zone in which an organizer reads figures. */
export async function setTimeZone(
  db: Db,
  organizerId: string,
  zone: string,
): Promise<{ outcome: "kept" | "unknown-zone" }> {
  if (!isZone(zone)) return { outcome: "unknown-zone" };
  await db.update(organizers).set({ timeZone: zone }).where(eq(organizers.id, organizerId));
  return { outcome: "kept" };
}

/** Finds the zone an organizer chose; UTC until then. */
export async function findTimeZone(db: Db, organizerId: string): Promise<string> {
  const [row] = await db
    .select({ zone: organizers.timeZone })
    .from(organizers)
    .where(eq(organizers.id, organizerId));
  return row?.zone && isZone(row.zone) ? row.zone : "UTC";
}
