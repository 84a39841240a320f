import { and, eq, inArray, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { actorOf } from "#app/domain/record/record.server.ts";
import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { pledges, supporters } from "#db/schema/index.ts";
import { type FoundPledge, findPledge } from "./queries.server.ts";

/**
 * Finds a pledge by its public id and locks its person, as every change of a person's data does first:
 * changes of one person queue up and never deadlock.
 */
export async function lockPledge(tx: Tx, publicId: string) {
  const [owner] = await tx
    .select({ supporterId: pledges.supporterId })
    .from(pledges)
    .where(eq(pledges.publicId, publicId));
  if (!owner) return null;
  const [person] = await tx
    .select({ emailCanonical: supporters.emailCanonical, personConfirmedAt: supporters.confirmedAt })
    .from(supporters)
    .where(eq(supporters.id, owner.supporterId))
    .for("update");
  if (!person) return null;
  const [pledge] = await tx.select().from(pledges).where(eq(pledges.publicId, publicId));
  return pledge ? { ...pledge, ...person } : null;
}

/** Finds a series' version in force or in review. Call it with the person locked. */
export async function findInForce(tx: Tx, series: string) {
  const [pledge] = await tx
    .select()
    .from(pledges)
    .where(and(eq(pledges.series, series), inArray(pledges.status, ["active", "flagged"])));
  return pledge ?? null;
}

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

/** Finds the version in force, or in review, of the pledge that `publicId` is a version of. Null if none. */
export async function findPledgeInForce(db: DbOrTx, publicId: string): Promise<FoundPledge | null> {
  const [row] = await db.execute<{ publicId: string }>(sql`
    select v.public_id as "publicId"
    from pledges p join pledges v on v.supporter_id = p.supporter_id and v.series = p.series
    where p.public_id = ${publicId} and v.status in ('active', 'flagged')`);
  return row ? findPledge(db, row.publicId) : null;
}

type Whose = { supporterId: number; campaignId: number; meetingIds: readonly number[] };

/** True when someone pledges for one of these meetings now, however they hold. */
export async function hasPledged(
  db: DbOrTx,
  { supporterId, campaignId, meetingIds }: Whose,
): Promise<boolean> {
  const rows = await db.execute(sql`
    select from pledges where supporter_id = ${supporterId} and campaign_id = ${campaignId}
      and meeting_id in ${[...meetingIds]} and status in ('active', 'flagged') limit 1`);
  return rows.length > 0;
}

/**
 * Hashes a pledge's public id for the audit log with each key, the current one first. The HMAC leads to no
 * person.
 */
export const viewMarks = (keys: Keys, publicId: string): string[] =>
  hmacsByEveryKey(keys, "audit-filter", publicId).map((digest) => digest.toString("hex").slice(0, 32));
