import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { pledges, supporters } from "#db/schema/index.ts";

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
