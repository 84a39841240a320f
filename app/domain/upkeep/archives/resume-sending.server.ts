import { eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { switches } from "#db/schema/index.ts";

/** Why all sending is paused, and since when; null while it is not. */
export type SendingPaused = { reason: string; since: Date } | null;

export async function readSendingPaused(db: DbOrTx): Promise<SendingPaused> {
  const [row] = await db.select().from(switches).where(eq(switches.name, "sending-paused"));
  return row ? { reason: row.reason, since: row.since } : null;
}

export type SendingResumed =
  | { outcome: "resumed"; emails: number; drafts: number }
  | { outcome: "not-paused" }
  /** Emails that may have been sent already wait for a decision; nothing was changed. */
  | { outcome: "undecided"; emails: number };

/**
 * Resumes sending after a restore, and logs that an operator did so. Emails that were queued before are sent
 * only if a person says so: the database does not know whether they were sent already. `drafts` are older
 * updates and dispatches, which may have been sent as well.
 */
export async function resumeSending(
  db: Db,
  queued: "send" | "unknown" | null = null,
  now = new Date(),
): Promise<SendingResumed> {
  return db.transaction(async (tx) => {
    const pause = eq(switches.name, "sending-paused");
    const [paused] = await tx.select().from(switches).where(pause).for("update");
    if (!paused) return { outcome: "not-paused" };
    const since = sql`${paused.since.toISOString()}::timestamptz`;
    const old = sql`state in ('queued', 'claimed') and created_at <= ${since}`;
    const [waiting] = await tx.execute<{ emails: number; drafts: number }>(sql`
      select (select count(*)::int from outbox where ${old}) as emails,
        (select count(*)::int from updates where state = 'draft' and created_at <= ${since})
          + (select count(*)::int from letter_dispatches where state = 'draft' and created_at <= ${since})
          as drafts`);
    const { emails = 0, drafts = 0 } = waiting ?? {};
    if (emails > 0 && queued === null) return { outcome: "undecided", emails };
    await tx.delete(switches).where(pause);
    if (queued === "unknown") {
      await tx.execute(sql`update outbox set state = 'unknown', problem = 'restored', lease_until = null,
        settled_at = now() where ${old}`);
    }
    const detail = queued === null ? {} : { queued, emails };
    await recordAudit(
      tx,
      { actor: "operator", action: "sending-resumed", campaignId: null, subject: null, detail },
      now,
    );
    return { outcome: "resumed", emails, drafts };
  });
}
