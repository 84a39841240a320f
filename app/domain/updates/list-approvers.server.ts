import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaignOrganizers, organizers } from "#db/schema/index.ts";
import { holds } from "../organizers/holds.server.ts";

/** Who can approve updates of a campaign now, by name. With only one, the author approves alone. */
export const listApprovers = (db: DbOrTx, campaignId: number) =>
  db
    .select({ id: organizers.id, name: organizers.name })
    .from(campaignOrganizers)
    .innerJoin(organizers, eq(organizers.id, campaignOrganizers.organizerId))
    .where(
      and(
        eq(campaignOrganizers.campaignId, campaignId),
        holds("approve"),
        isNotNull(organizers.activatedAt),
        isNull(organizers.disabledAt),
      ),
    )
    .orderBy(asc(organizers.name), asc(organizers.id));
