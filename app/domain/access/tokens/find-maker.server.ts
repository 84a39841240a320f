import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaignOrganizers, organizers } from "#db/schema/index.ts";

/** Finds the organizer with that address who may hold tokens in a campaign. Null if none. */
export async function findMaker(db: Db, campaignId: number, email: string): Promise<string | null> {
  const [row] = await db
    .select({ id: organizers.id })
    .from(organizers)
    .innerJoin(campaignOrganizers, eq(campaignOrganizers.organizerId, organizers.id))
    .where(
      and(
        eq(organizers.email, email.trim().toLowerCase()),
        eq(campaignOrganizers.campaignId, campaignId),
        isNotNull(organizers.activatedAt),
        isNull(organizers.disabledAt),
      ),
    );
  return row?.id ?? null;
}
