import { and, eq, isNull, lt, notExists, or, sql } from "drizzle-orm";
import type { MailFiles } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import { consents, deliveries, signatures, supporters } from "#db/schema/index.ts";
import { confirmWithinDays } from "../signatures/signature.ts";

/**
 * Deletes signatures that nobody confirmed within seven days, and people of whom nothing else is
 * held, with the files of their mails. Returns how many signatures went.
 */
export async function purgePending(db: Db, files: MailFiles, now = new Date()): Promise<number> {
  const expired = and(
    eq(signatures.state, "pending"),
    lt(signatures.signedAt, new Date(now.getTime() - confirmWithinDays * 86_400_000)),
  );
  const due = await db
    .select({ id: signatures.id, supporterId: signatures.supporterId })
    .from(signatures)
    .where(expired);

  let purged = 0;
  for (const { id, supporterId } of due) {
    const mails = await db.transaction(async (tx) => {
      await tx
        .select({ id: supporters.id })
        .from(supporters)
        .where(eq(supporters.id, supporterId))
        .for("update");
      const before = await listMails(tx, supporterId);
      const gone = await tx
        .delete(signatures)
        .where(and(eq(signatures.id, id), expired))
        .returning({ id: signatures.id });
      purged += gone.length;
      await deleteIfNothingElseIsHeld(tx, supporterId);
      const after = new Set(await listMails(tx, supporterId));
      return before.filter((mail) => !after.has(mail));
    });
    await files.remove(mails);
  }
  return purged;
}

async function listMails(tx: Tx, supporterId: number): Promise<string[]> {
  const mails = await tx
    .select({ publicId: deliveries.publicId })
    .from(deliveries)
    .where(eq(deliveries.supporterId, supporterId));
  return mails.map(({ publicId }) => publicId);
}

/** Someone who once proved their address and still agrees to something is kept; all others hang on a signature. */
async function deleteIfNothingElseIsHeld(tx: Tx, supporterId: number): Promise<void> {
  const one = { one: sql`1` };
  const signed = tx.select(one).from(signatures).where(eq(signatures.supporterId, supporters.id));
  const agrees = tx
    .select(one)
    .from(consents)
    .where(and(eq(consents.supporterId, supporters.id), isNull(consents.revokedAt)));
  await tx
    .delete(supporters)
    .where(
      and(
        eq(supporters.id, supporterId),
        notExists(signed),
        or(isNull(supporters.confirmedAt), notExists(agrees)),
      ),
    );
}
