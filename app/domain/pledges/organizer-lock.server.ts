import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { holds } from "../organizers/holds.server.ts";
import type { OrganizerRight } from "../organizers/organizer.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";

export type OrganizerScope = { campaignId: number; organizerId: string };

/**
 * A pledge of this campaign that is in force or waits for review, its person locked, for an organizer with the
 * right. `changed`: its holder has made another version since, which this organizer has not seen.
 */
export async function lockForOrganizer(
  tx: Tx,
  { scope, publicId, right }: { scope: OrganizerScope; publicId: string; right: OrganizerRight },
) {
  const [may] = await tx.execute(sql`select 1 from campaign_organizers
    where campaign_id = ${scope.campaignId} and organizer_id = ${scope.organizerId} and ${holds(right)}`);
  if (!may) return { outcome: "forbidden" as const };
  const known = await lockPledge(tx, publicId);
  const pledge = known?.campaignId === scope.campaignId ? await findInForce(tx, known.series) : null;
  if (!pledge) return { outcome: "not-active" as const };
  if (pledge.publicId !== publicId) return { outcome: "changed" as const };
  return { outcome: "locked" as const, pledge };
}
