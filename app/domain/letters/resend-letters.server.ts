import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";
import { confirmationsPerDay } from "../signatures/signature.ts";
import { openLetterStates } from "./letter.ts";

/**
 * Mails the confirmation of a letter that waits for it again, else tells where the one under way stands. The caller
 * holds the lock on the person. The link keeps its expiry.
 */
export async function resendLetters(
  tx: Tx,
  { campaignId, supporterId }: { campaignId: number; supporterId: number },
  now: Date,
): Promise<void> {
  const [newest] = await tx
    .select({ id: letters.id, state: letters.state })
    .from(letters)
    .where(
      and(
        eq(letters.campaignId, campaignId),
        eq(letters.supporterId, supporterId),
        inArray(letters.state, openLetterStates),
      ),
    )
    .orderBy(desc(letters.id))
    .limit(1);
  if (!newest) return;
  const about = { campaignId, supporterId, letterId: newest.id };
  await queueDelivery(
    tx,
    newest.state === "email_pending"
      ? { ...about, template: "confirm-letter", atMostPerDay: confirmationsPerDay }
      : { ...about, template: "already-written" },
    now,
  );
}
