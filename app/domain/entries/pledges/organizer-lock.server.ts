import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { actorOf } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";

/** `organizerId` null: the operator. */
export type OrganizerScope = { campaignId: number; organizerId: string | null };

/**
 * Finds this campaign's pledge in force or in review, and locks its person, for the operator or an organizer
 * with the right. `changed`: its holder has made another version since, which this organizer has not seen.
 */
export async function lockForOrganizer(
  tx: Tx,
  { scope, publicId, right }: { scope: OrganizerScope; publicId: string; right: OrganizerRight },
) {
  const [may] = await tx.execute(
    sql`select where ${mayAct(actorOf(scope.organizerId), scope.campaignId, right)}`,
  );
  if (!may) return { outcome: "forbidden" as const };
  const known = await lockPledge(tx, publicId);
  const pledge = known?.campaignId === scope.campaignId ? await findInForce(tx, known.series) : null;
  if (!pledge) return { outcome: "not-active" as const };
  if (pledge.publicId !== publicId) return { outcome: "changed" as const };
  return { outcome: "locked" as const, pledge };
}
