import { and, eq, notInArray } from "drizzle-orm";
import type { HoldReason } from "#app/domain/screening/reasons.ts";
import type { Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";

/**
 * Updates the letters of a person whose name or country was corrected, in the transaction of the correction.
 * Their text changes: a letter chosen or approved for a dispatch and not handed over leaves it, a public one
 * waits for another review, and a name that stands out (`screenLetterName`) puts the letter on hold.
 */
export async function renameLetters(
  tx: Tx,
  { supporterId, holdReason }: { supporterId: number; holdReason: HoldReason | null },
) {
  const renamed = await tx
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.supporterId, supporterId),
        notInArray(letters.state, ["email_pending", "withdrawn", "refused"]),
      ),
    )
    .orderBy(letters.id)
    .for("update");
  for (const { id, publication, handedOverAt } of renamed) {
    const waits = handedOverAt === null;
    await tx
      .update(letters)
      .set({
        publication: publication === "published" ? "awaiting" : publication,
        ...(waits && { state: "confirmed" as const, dispatchId: null }),
        ...(waits && holdReason !== null && { holdReason, moderatedAt: null, moderatedById: null }),
      })
      .where(eq(letters.id, id));
  }
}
