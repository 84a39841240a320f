import { eq, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { switches } from "#db/schema/index.ts";

/** Why all sending is paused, and since when; null while it is not. */
export type SendingPaused = { reason: string; since: Date } | null;

export async function readSendingPaused(db: DbOrTx): Promise<SendingPaused> {
  const [row] = await db.select().from(switches).where(eq(switches.name, "sending-paused"));
  return row ? { reason: row.reason, since: row.since } : null;
}

/** What was found when sending was paused, and whether this organizer may resume it. */
export type Resumption = NonNullable<SendingPaused> &
  Waiting & {
    /** Emails that may have been sent already, and that a resume does not send. */
    unknown: number;
    mayResume: boolean;
  };

/**
 * `emails`: queued before sending was paused, so they may have been sent already. `drafts`: older updates and
 * dispatches, which may have been sent as well.
 */
type Waiting = { emails: number; drafts: number };

const waitingSince = (at: Date) => {
  const since = sql`${at.toISOString()}::timestamptz`;
  return {
    old: sql`state in ('queued', 'claimed') and created_at <= ${since}`,
    drafts: sql`(select count(*)::int from updates where state = 'draft' and created_at <= ${since})
      + (select count(*)::int from letter_dispatches where state = 'draft' and created_at <= ${since})`,
  };
};

/**
 * Builds a condition: the organizer owns every campaign that sends. Sending is paused for all campaigns, and
 * what one person decides of waiting emails is decided for all of them.
 */
const ownsAll = (organizerId: string) => sql`(exists (select from campaign_organizers m
    join organizers o on o.id = m.organizer_id where o.id = ${organizerId}::uuid and m.role = 'owner'
    and o.activated_at is not null and o.disabled_at is null)
  and not exists (select from campaigns c where c.status <> 'draft' and c.personal_erased_at is null
    and not exists (select from campaign_organizers m where m.campaign_id = c.id
      and m.organizer_id = ${organizerId}::uuid and m.role = 'owner')))`;

/** Reads what an organizer decides about before sending is resumed. Null while it is not paused. */
export async function readResumption(db: DbOrTx, organizerId: string): Promise<Resumption | null> {
  const paused = await readSendingPaused(db);
  if (!paused) return null;
  const { old, drafts } = waitingSince(paused.since);
  const [row] = await db.execute<Omit<Resumption, "reason" | "since">>(sql`
    select (select count(*)::int from outbox where ${old}) as emails, ${drafts} as drafts,
      (select count(*)::int from outbox where state = 'unknown' and problem = 'restored'
        and settled_at >= ${paused.since.toISOString()}::timestamptz) as unknown,
      ${ownsAll(organizerId)} as "mayResume"`);
  if (!row) throw new Error("a count has one row");
  return { ...paused, ...row };
}

export type SendingResumed =
  | ({ outcome: "resumed" } & Waiting)
  | { outcome: "not-paused" }
  /** The organizer does not own every campaign. */
  | { outcome: "not-owner" }
  /** Emails that may have been sent already wait for a decision; nothing was changed. */
  | { outcome: "undecided"; emails: number };

/** `queued`: what becomes of emails that waited. `campaignId`: where an organizer resumes it. */
type Resuming = { queued?: "send" | "unknown" | null; actor?: Actor; campaignId?: number | null };

/**
 * Resumes sending after a restore, and logs who did so: the operator, or an organizer who owns every
 * campaign. Emails that were queued before are sent only if a person says so: the database does not know
 * whether they were sent already.
 */
export async function resumeSending(
  db: Db,
  { queued = null, actor = "operator", campaignId = null }: Resuming = {},
  now = new Date(),
): Promise<SendingResumed> {
  const organizerId = organizerOf(actor);
  return db.transaction(async (tx) => {
    const pause = eq(switches.name, "sending-paused");
    const [paused] = await tx.select().from(switches).where(pause).for("update");
    if (!paused) return { outcome: "not-paused" };
    const { old, drafts: oldDrafts } = waitingSince(paused.since);
    const [waiting] = await tx.execute<Waiting & { may: boolean }>(sql`
      select (select count(*)::int from outbox where ${old}) as emails, ${oldDrafts} as drafts,
        ${organizerId === null ? sql`true` : ownsAll(organizerId)} as may`);
    const { emails = 0, drafts = 0, may = false } = waiting ?? {};
    if (!may) return { outcome: "not-owner" };
    if (emails > 0 && queued === null) return { outcome: "undecided", emails };
    await tx.delete(switches).where(pause);
    if (queued === "unknown") {
      await tx.execute(sql`update outbox set state = 'unknown', problem = 'restored', lease_until = null,
        settled_at = now() where ${old}`);
    }
    const detail = queued === null ? {} : { queued, emails };
    await recordAudit(tx, { actor, action: "sending-resumed", campaignId, subject: null, detail }, now);
    return { outcome: "resumed", emails, drafts };
  });
}
