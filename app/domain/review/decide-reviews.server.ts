import { sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import {
  invalidatedADay,
  invalidatedWithoutProof,
  type ReviewDecision,
  reviewUndoMinutes,
  stateAfterReview,
} from "./review.ts";

type DecideInput = {
  campaignId: number;
  actor: Actor;
  decision: ReviewDecision;
  /** Public ids of reviews. */
  reviews: readonly string[];
};

/** `at`: identifies what one undo reverts. `tooMany`: over `invalidatedADay`, so none was decided. */
export type DecidedReviews = { decided: number; at: Date; tooMany: boolean };

/**
 * Decides about signatures on hold: `keep` makes them count, `invalidate` never lets them count. Decisions
 * can be changed. One organizer's invalidations a day are limited: a stolen session, or a heated one, does
 * not empty a campaign without a second person. Signatures withdrawn since stay as they are. The counts
 * follow in the same transaction. Nobody is emailed.
 */
export async function decideReviews(db: Db, input: DecideInput, now = new Date()): Promise<DecidedReviews> {
  const { campaignId, actor, decision } = input;
  const [state, at] = [stateAfterReview[decision], now.toISOString()];
  return db.transaction(async (tx) => {
    if (decision === "invalidate" && (await areTooMany(tx, input, now)))
      return { decided: 0, at: now, tooMany: true };
    await lockPersons(
      tx,
      sql`r.campaign_id = ${campaignId} and r.public_id = any (${sql.param([...input.reviews])}::uuid[])
      and ${mayAct(actor, campaignId, "review")}`,
    );
    const decided = await tx.execute<{ signatureId: string; publicId: string }>(sql`
      update signature_reviews r
        set state = ${state}::signature_review_state, decided_at = ${at}::timestamptz,
        decided_by_id = ${organizerOf(actor)}::uuid, was_state = s.state
      from signatures s
      where s.id = r.signature_id and r.campaign_id = ${campaignId}
        and r.state <> ${state}::signature_review_state
        and r.public_id = any (${sql.param([...input.reviews])}::uuid[])
        and s.state in ('quarantined', 'confirmed', 'invalidated') and ${mayAct(actor, campaignId, "review")}
      returning r.signature_id as "signatureId", r.public_id as "publicId"`);
    if (decided.length === 0) return { decided: 0, at: now, tooMany: false };
    const ids = sql`any (${sql.param(decided.map(({ signatureId }) => signatureId))}::bigint[])`;
    await tx.execute(
      decision === "keep"
        ? sql`update signatures set state = 'confirmed', invalidated_at = null, exclusion_reason = null
            where id = ${ids} and state in ('quarantined', 'invalidated')`
        : sql`update signatures set state = 'invalidated', invalidated_at = ${at}::timestamptz,
          exclusion_reason = 'review'
            where id = ${ids} and state in ('quarantined', 'confirmed')`,
    );
    const reviews = decided.slice(0, 50).map(({ publicId }) => publicId);
    const detail = { decision, signatures: decided.length, reviews };
    await recordAudit(tx, { actor, action: "signatures-reviewed", campaignId, subject: null, detail }, now);
    return { decided: decided.length, at: now, tooMany: false };
  });
}

/** Whether an organizer exceeds a day's invalidations. A lock taken before serializes their decisions. */
async function areTooMany(tx: Tx, { campaignId, actor, reviews }: DecideInput, now: Date): Promise<boolean> {
  const organizerId = organizerOf(actor);
  if (organizerId === null) return false;
  const turn = `invalidating:${campaignId}:${organizerId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const [counted] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from signature_reviews
    where campaign_id = ${campaignId} and case state
      when 'invalidated' then decided_by_id = ${organizerId}
        and decided_at > ${now.toISOString()}::timestamptz - interval '24 hours'
      else public_id = any (${sql.param([...reviews])}::uuid[]) end`);
  return (counted?.n ?? 0) > invalidatedADay;
}

/** Returns whether these invalidations exceed what ten minutes allow without reauthentication. */
export async function areManyToInvalidate(
  db: Db,
  { campaignId, organizerId, reviews }: { campaignId: number; organizerId: string; reviews: number },
  now = new Date(),
): Promise<boolean> {
  if (reviews > invalidatedWithoutProof) return true;
  const [lately] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from signature_reviews
    where campaign_id = ${campaignId} and state = 'invalidated' and decided_by_id = ${organizerId}
      and decided_at > ${now.toISOString()}::timestamptz - interval '10 minutes'`);
  return (lately?.n ?? 0) + reviews > invalidatedWithoutProof;
}

/**
 * Takes back what an organizer decided at one moment, at most ten minutes ago. Who withdrew or was erased
 * since stays so. Returns how many wait, or are as they were decided before, again.
 */
export async function undoReviews(
  db: Db,
  { campaignId, organizerId, at }: { campaignId: number; organizerId: string | null; at: Date },
  now = new Date(),
): Promise<number> {
  if (at.getTime() < now.getTime() - reviewUndoMinutes * 60_000) return 0;
  const actor = actorOf(organizerId);
  const mine = sql`r.campaign_id = ${campaignId} and r.decided_by_id is not distinct from ${organizerId}::uuid
    and r.state <> 'queued'
    and date_trunc('milliseconds', r.decided_at) = ${at.toISOString()}::timestamptz
    and ${mayAct(actor, campaignId, "review")}`;
  return db.transaction(async (tx) => {
    await lockPersons(tx, mine);
    const undone = await tx.execute<{ signatureId: string; was: string }>(sql`
      update signature_reviews r set was_state = null, decided_at = case r.was_state
        when 'quarantined' then null else r.decided_at end,
        decided_by_id = case r.was_state when 'quarantined' then null else r.decided_by_id end,
        state = case r.was_state when 'quarantined' then 'queued' when 'confirmed' then 'kept'
          else 'invalidated' end::signature_review_state
      from signatures s
      where s.id = r.signature_id and ${mine} and r.was_state is not null
        and s.state = case r.state when 'kept' then 'confirmed' else 'invalidated' end::signature_state
      returning r.signature_id as "signatureId", (select o.was_state from signature_reviews o
        where o.id = r.id) as was`);
    if (undone.length === 0) return 0;
    for (const was of ["quarantined", "confirmed", "invalidated"] as const) {
      const ids = undone.filter((one) => one.was === was).map(({ signatureId }) => signatureId);
      if (ids.length > 0) await giveBack(tx, ids, was, now);
    }
    const detail = { signatures: undone.length };
    await recordAudit(tx, { actor, action: "signatures-unreviewed", campaignId, subject: null, detail }, now);
    return undone.length;
  });
}

const giveBack = (
  tx: Tx,
  ids: readonly string[],
  was: "quarantined" | "confirmed" | "invalidated",
  now: Date,
) =>
  tx.execute(sql`
    update signatures set state = ${was}::signature_state,
      invalidated_at = ${was === "invalidated" ? now.toISOString() : null}::timestamptz,
      exclusion_reason = ${was === "invalidated" ? "review" : null}
    where id = any (${sql.param([...ids])}::bigint[])`);

/** Locks persons first, in the order used by everything that changes their data. */
async function lockPersons(tx: Tx, which: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    select from supporters p where p.id in (
      select s.supporter_id from signature_reviews r join signatures s on s.id = r.signature_id
      where ${which})
    order by p.id for update`);
}
