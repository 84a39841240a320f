import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { nextLetterAfterDays } from "#app/domain/entries/letters/letter.ts";
import type { Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";

const day = 86_400_000;

/** Returns when the writer of a letter handed over then may send another. */
export const nextLetterFrom = (handedOverAt: Date): Date =>
  new Date(handedOverAt.getTime() + nextLetterAfterDays * day);

/**
 * Finds a person's letter to a company that was handed over too recently for another. A returned one does
 * not count.
 */
export async function findTooRecent(
  tx: Tx,
  { campaignId, supporterId, companyId }: { campaignId: number; supporterId: number; companyId: number },
  now: Date,
) {
  const [letter] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.campaignId, campaignId),
        eq(letters.supporterId, supporterId),
        eq(letters.companyId, companyId),
        inArray(letters.state, ["filed", "sent", "accepted", "unknown"]),
        gt(letters.handedOverAt, new Date(now.getTime() - nextLetterAfterDays * day)),
      ),
    )
    .orderBy(desc(letters.id))
    .limit(1);
  return letter ?? null;
}
