import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaignOrganizers, organizers } from "#db/schema/index.ts";

/** The organizer of that address in a campaign, who may hold tokens there. Null: there is none. */
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
