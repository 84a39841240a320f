import { and, eq, sql } from "drizzle-orm";
import { type Actor, actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { filePieces, listExports } from "#db/schema/index.ts";
import { mayTakeLists } from "./rights.server.ts";

type Wiped = { id: string; campaignId: number };

/** Removes kept files whose time is over. */
export async function wipeExpired(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const wiped = await tx.execute<Wiped>(sql`
      update exports set wiped_at = ${now.toISOString()}, wiped_for = 'expired'
      where kept and wiped_at is null and expires_at < ${now.toISOString()}
      returning id, campaign_id as "campaignId"`);
    await removePieces(tx, wiped, { actor: "system", wipedFor: "expired" }, now);
  });
}

/**
 * Removes every kept file that may hold a person who is being erased: those of the campaigns they are in,
 * made or being made. To be called in the transaction of the erasure, before its rows go.
 */
export async function wipeFilesHolding(tx: Tx, supporterId: number, actor: Actor, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('kept-exports', 0))`);
  const wiped = await tx.execute<Wiped>(sql`
    update exports set wiped_at = ${now.toISOString()}, wiped_for = 'erasure'
    where kept and wiped_at is null and started_at is not null
      and campaign_id in (select campaign_id from signatures where supporter_id = ${supporterId}
        union select campaign_id from pledges where supporter_id = ${supporterId})
    returning id, campaign_id as "campaignId"`);
  await removePieces(tx, wiped, { actor, wipedFor: "erasure" }, now);
}

/** Removes a kept file early, for the operator or an organizer who may take it. False if there is none. */
export async function wipeExport(
  db: Db,
  { id, campaignId, organizerId }: { id: string; campaignId: number; organizerId: string | null },
  now = new Date(),
): Promise<boolean> {
  const may = mayTakeLists({ campaignId, organizerId }, sql`e.preset`);
  return db.transaction(async (tx) => {
    const wiped = await tx.execute<Wiped>(sql`
      update exports e set wiped_at = ${now.toISOString()}, wiped_for = 'organizer'
      where e.id = ${id} and e.campaign_id = ${campaignId} and e.kept and e.wiped_at is null and ${may}
      returning e.id, e.campaign_id as "campaignId"`);
    await removePieces(tx, wiped, { actor: actorOf(organizerId), wipedFor: "organizer" }, now);
    return wiped.length > 0;
  });
}

async function removePieces(
  tx: Tx,
  wiped: readonly Wiped[],
  { actor, wipedFor }: { actor: Actor; wipedFor: string },
  now: Date,
) {
  for (const { id, campaignId } of wiped) {
    await tx.delete(filePieces).where(eq(filePieces.file, id));
    // This ends one that was being made: its worker finds it wiped.
    await tx
      .update(listExports)
      .set({ abortedAt: now })
      .where(and(eq(listExports.id, id), sql`completed_at is null and aborted_at is null`));
    await recordAudit(
      tx,
      { actor, action: "export-wiped", campaignId, subject: id, detail: { wipedFor } },
      now,
    );
  }
}
