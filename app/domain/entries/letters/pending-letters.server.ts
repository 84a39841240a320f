import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { neverWriteAbout } from "#app/domain/entries/never-write.server.ts";
import { remindUnconfirmed } from "#app/domain/entries/remind-unconfirmed.server.ts";
import { confirmationsPerDay } from "#app/domain/entries/signatures/signature.ts";
import { letterOf } from "#app/domain/queue/asked-since.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { openLetterStates } from "./letter.ts";
import { lockLetter } from "./lock-letter.server.ts";
import { withdrawLockedLetter } from "./withdraw-letter.server.ts";

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

/** `neverWriteAbout` for letters. A letter that was handed over is not withdrawn. */
export const neverWriteLetter = neverWriteAbout({
  lock: lockLetter,
  waits: ({ state }) => state === "email_pending",
  remove: (tx, { id }) => tx.delete(letters).where(eq(letters.id, id)),
  withdraw: withdrawLockedLetter,
});

/** Queues one reminder for each letter that waits to be confirmed. */
export const remindPendingLetters = (db: Db, now = new Date()): Promise<number> =>
  remindUnconfirmed(
    db,
    {
      table: letters,
      waits: sql`e.state = 'email_pending'`,
      entry: letterOf("e"),
      template: "confirm-letter-reminder",
      named: "letterId",
      limit: "kind",
    },
    now,
  );
