import { and, eq, isNull, lt, lte, notExists, or, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { notKept } from "#app/domain/entries/pledges/kept-version.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import type { MailFiles } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import { consents, letters, outbox, pledges, signatures, supporters } from "#db/schema/index.ts";

/** Deletes what was kept of replaced pledges, once the undo of what replaced them has ended. */
export async function wipeKeptPledges(db: Db, now = new Date()): Promise<void> {
  await db.update(pledges).set(notKept).where(lte(pledges.keptUntil, now));
}

/**
 * Deletes signatures, pledges and letters unconfirmed for seven days, and people about whom nothing else is
 * stored, with the files of their emails. Returns how many were deleted.
 */
export async function purgePending(db: Db, files: MailFiles, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - confirmWithinDays * 86_400_000);
  const signed = and(eq(signatures.state, "pending"), lt(signatures.signedAt, before));
  const pledged = and(eq(pledges.status, "email_pending"), lt(pledges.createdAt, before));
  const written = and(eq(letters.state, "email_pending"), lt(letters.createdAt, before));
  const due = await union(
    db.select({ supporterId: signatures.supporterId }).from(signatures).where(signed),
    db.select({ supporterId: pledges.supporterId }).from(pledges).where(pledged),
    db.select({ supporterId: letters.supporterId }).from(letters).where(written),
  );

  let purged = 0;
  for (const { supporterId } of due) {
    const mails = await db.transaction(async (tx) => {
      await tx
        .select({ id: supporters.id })
        .from(supporters)
        .where(eq(supporters.id, supporterId))
        .for("update");
      const all = await listMails(tx, supporterId);
      const signatureGone = and(eq(signatures.supporterId, supporterId), signed);
      const letterGone = and(eq(letters.supporterId, supporterId), written);
      const pledgeGone = and(eq(pledges.supporterId, supporterId), pledged);
      purged += (await tx.delete(signatures).where(signatureGone).returning({ id: signatures.id })).length;
      purged += (await tx.delete(pledges).where(pledgeGone).returning({ id: pledges.id })).length;
      purged += (await tx.delete(letters).where(letterGone).returning({ id: letters.id })).length;
      await deleteIfNothingElseIsStored(tx, supporterId);
      const kept = new Set(await listMails(tx, supporterId));
      return all.filter((mail) => !kept.has(mail));
    });
    await files.remove(mails);
  }
  return purged;
}

async function listMails(tx: Tx, supporterId: number): Promise<string[]> {
  const mails = await tx
    .select({ publicId: outbox.publicId })
    .from(outbox)
    .where(eq(outbox.supporterId, supporterId));
  return mails.map(({ publicId }) => publicId);
}

/**
 * Keeps a person who once proved their address and still has a consent; others need a signature, pledge or
 * letter.
 */
async function deleteIfNothingElseIsStored(tx: Tx, supporterId: number): Promise<void> {
  const one = { one: sql`1` };
  const signed = tx.select(one).from(signatures).where(eq(signatures.supporterId, supporters.id));
  const pledged = tx.select(one).from(pledges).where(eq(pledges.supporterId, supporters.id));
  const wrote = tx.select(one).from(letters).where(eq(letters.supporterId, supporters.id));
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
        notExists(pledged),
        notExists(wrote),
        or(isNull(supporters.confirmedAt), notExists(agrees)),
      ),
    );
}
