import type { Db } from "#db/index.ts";
import type { BatchClaim, BatchPorts } from "./batch.ts";
import { freezeBatch } from "./freeze-batch.server.ts";
import { findSuppressedMembers, lockBatch, lockMembers } from "./lock-batch.server.ts";
import { Paused } from "./refuse-paused.server.ts";
import { repeatBatch } from "./repeat-batch.server.ts";
import { CapUsedUp } from "./warm-up.server.ts";
import { prepared, Unwritable } from "./write-mails.server.ts";

/**
 * Claims the next batch and freezes it: checks consent and suppression again, writes the emails, and stores
 * their sha256 and the call's key, committed before the caller makes the call. A batch whose earlier try may
 * have been accepted is only retried if the same emails make the same bytes and everyone in it still agrees;
 * otherwise its outcome stays unknown.
 */
export async function claimBatch(db: Db, ports: BatchPorts): Promise<BatchClaim> {
  try {
    return await prepared(() => claim(db, ports));
  } catch (error) {
    if (error instanceof CapUsedUp || error instanceof Paused) return { outcome: "settled" };
    if (error instanceof Unwritable)
      return { outcome: "unwritable", updateId: error.updateId, why: error.why };
    throw error;
  }
}

const claim = (db: Db, ports: BatchPorts) =>
  db.$client.begin(async (sql) => {
    const batch = await lockBatch(sql);
    if (!batch) return { outcome: "nothing" };
    const members = await lockMembers(sql, batch.emailIds);
    const suppressed = await findSuppressedMembers(sql, ports.mailing.keys, members);
    const fix = batch.state === "queued" ? freezeBatch : repeatBatch;
    return fix(sql, ports, { batch, members, suppressed });
  }) as Promise<BatchClaim>;
