import { and, eq, gt } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";

/**
 * Ends the links to a person's pages and forms that were made so far: one of them may be in other hands.
 * Links that only take something back keep working. Call it with the person locked.
 */
export async function endLinks(tx: Tx, supporterId: number, now: Date): Promise<void> {
  await tx.update(supporters).set({ linksFrom: now }).where(eq(supporters.id, supporterId));
}

/** True when a link made at `issuedAt` for the person with this public id has ended. */
export const areLinksEnded = async (db: Db, publicId: string, issuedAt: Date): Promise<boolean> =>
  (await db.$count(supporters, and(eq(supporters.publicId, publicId), gt(supporters.linksFrom, issuedAt)))) >
  0;
