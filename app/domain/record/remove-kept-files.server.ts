import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { type Actor, recordAudit } from "./record.server.ts";

type Why = { actor: Actor; wipedFor: "expired" | "erasure" | "organizer" };

/**
 * Removes the kept export files of which `which` is true, also one that is being made: its worker finds it
 * wiped. Returns how many.
 */
export async function removeKeptFiles(
  tx: Tx,
  which: SQL,
  { actor, wipedFor }: Why,
  now: Date,
): Promise<number> {
  const at = now.toISOString();
  const wiped = await tx.execute<{ id: string; campaignId: number }>(sql`
    update exports e set wiped_at = ${at}, wiped_for = ${wipedFor},
      aborted_at = case when completed_at is null then coalesce(aborted_at, ${at}::timestamptz)
        else aborted_at end
    where kept and wiped_at is null and ${which}
    returning id, campaign_id as "campaignId"`);
  for (const { id, campaignId } of wiped) {
    await tx.execute(sql`delete from file_pieces where file = ${id}`);
    const entry = { actor, action: "export-wiped", campaignId, subject: id } as const;
    await recordAudit(tx, { ...entry, detail: { wipedFor } }, now);
  }
  return wiped.length;
}
