import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { confirmationsPerDay } from "#app/domain/entries/signatures/signature.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { openLetterStates } from "./letter.ts";

const notYetMailed = sql`${letters.state} = 'email_pending'
  and not exists (select from outbox d where d.letter_id = ${letters.id})`;

/**
 * Emails the confirmation of the newest unconfirmed letter, preferring one that no email mentioned yet;
 * without any, the state of the one under way. The caller holds the lock on the person. The link keeps its
 * expiry.
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
    .orderBy(desc(notYetMailed), desc(letters.createdAt), desc(letters.id))
    .limit(1);
  if (!newest) return;
  const about = { campaignId, supporterId, letterId: newest.id };
  await queueSupporterEmail(
    tx,
    newest.state === "email_pending"
      ? { ...about, template: "confirm-letter", limit: "kind", atMostPerDay: confirmationsPerDay }
      : { ...about, template: "already-written" },
    now,
  );
}
