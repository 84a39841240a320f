import { eq, sql } from "drizzle-orm";
import { findNotified } from "#app/domain/campaign/notices/find-notified.server.ts";
import type { NoticeAnswer, NoticeChoice } from "#app/domain/campaign/notices/notice.ts";
import type { Db } from "#db/index.ts";
import { petitionAnswers, signatures } from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { withdrawLocked } from "./withdraw-signature.server.ts";

const answers = { keep: "kept", move: "moved", withdraw: "withdrawn" } as const;

/**
 * Applies a notified signer's choice: the signature stays with the text that was signed, goes to the one in
 * force, or is withdrawn. The counts follow in the same transaction. It may be answered again while the new
 * text is in force.
 */
export async function answerNotice(
  db: Db,
  { email, choice }: { email: string; choice: NoticeChoice },
  now = new Date(),
): Promise<{ outcome: NoticeAnswer | "gone" }> {
  return db.transaction(async (tx) => {
    const before = await findNotified(tx, email);
    if (!before) return { outcome: "gone" };
    const known = await lockSignature(tx, before.signature);
    const notified = await findNotified(tx, email);
    if (!known || !notified?.stands) return { outcome: "gone" };

    const fromVersion = notified.signed.version;
    if (choice === "withdraw") await withdrawLocked(tx, known, now);
    else {
      const petitionVersion = choice === "move" ? notified.inForce.version : fromVersion;
      await tx.update(signatures).set({ petitionVersion }).where(eq(signatures.id, known.id));
    }
    const answer = answers[choice];
    await tx
      .insert(petitionAnswers)
      .values({ noticeId: notified.noticeId, signatureId: known.id, answer, fromVersion, answeredAt: now })
      .onConflictDoUpdate({
        target: [petitionAnswers.noticeId, petitionAnswers.signatureId],
        set: { answer: sql`excluded.answer`, answeredAt: sql`excluded.answered_at` },
      });
    return { outcome: answer };
  });
}
