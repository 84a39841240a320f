import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaignOrganizers, organizers } from "#db/schema/index.ts";
import { holds } from "./holds.server.ts";
import type { OrganizerRight } from "./organizer.ts";

/** Who carries a right in a campaign now and can sign in, by name. */
export const listHolders = (db: DbOrTx, campaignId: number, right: OrganizerRight) =>
  db
    .select({ id: organizers.id, name: organizers.name })
    .from(campaignOrganizers)
    .innerJoin(organizers, eq(organizers.id, campaignOrganizers.organizerId))
    .where(
      and(
        eq(campaignOrganizers.campaignId, campaignId),
        holds(right),
        isNotNull(organizers.activatedAt),
        isNull(organizers.disabledAt),
      ),
    )
    .orderBy(asc(organizers.name), asc(organizers.id));
